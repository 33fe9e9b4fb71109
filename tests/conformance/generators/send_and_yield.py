def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        if value is None: return "done", count
        total += value
        count += 1
        average = total / count
g = averager()
print(next(g), g.send(10), g.send(20), g.send(60))
try:
    g.send(None)
except StopIteration as stop:
    print(stop.value)
print(next(g, "exhausted"))
