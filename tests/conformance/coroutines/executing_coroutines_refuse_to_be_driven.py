async def work():
    for attempt in lambda: c.send(None), lambda: c.throw(KeyError), lambda: c.close():
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)


c = work()
try:
    c.send(None)
except StopIteration:
    pass
for attempt in lambda: c.send(None), lambda: c.throw(KeyError), lambda: c.close():
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
