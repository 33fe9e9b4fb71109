import time
for name in "time", "monotonic", "perf_counter", "process_time", "thread_time":
    print(time.get_clock_info(name))
print(time.clock_gettime(time.CLOCK_MONOTONIC) <= time.monotonic() <= time.clock_gettime_ns(time.CLOCK_MONOTONIC) / 1e9)
print(abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 5)
print(time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID) <= time.thread_time())
print(time.clock_getres(time.CLOCK_REALTIME) < 1)
for call in lambda: time.get_clock_info("x"), lambda: time.clock_gettime(12345), lambda: time.clock_settime(time.CLOCK_MONOTONIC, 0):
    try:
        call()
    except (ValueError, OSError) as e:
        print(type(e).__name__, e)
