import time
before = time.monotonic()
time.sleep(0.01)
print(time.monotonic() - before >= 0.01, time.time() > 1e9, isinstance(time.time_ns(), int), time.perf_counter() <= time.perf_counter())
moment = time.gmtime(86400 * 45 + 3661)
print(moment, moment.tm_year, moment[:3], time.strftime("%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %I %y %w %U %W %%", moment), time.asctime(moment))
for source in ("time.sleep(-1)", "time.sleep('a')", "time.strftime('%Y', (1, 2))"):
    try:
        eval(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
