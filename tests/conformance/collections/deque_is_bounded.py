from collections import deque
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.maxlen, len(d), d[0], d[-1], 2 in d)
d.rotate(1)
print(d, list(reversed(d)))
d = deque("abcdef")
d.rotate(-2)
d.extend("xy")
d.extendleft("12")
print(d, d.pop(), d.popleft(), d.index("e"), d.count("a"))
d.remove("c")
d.insert(2, "new")
d.reverse()
print(d, d == deque(d), d + deque([1]), deque([1]) * 2, d.copy() == d, deque([1]) < deque([2]))
del d[0]
d[0] = "first"
print(d)
for source in ("deque().pop()", "deque().popleft()", "deque([1])[5]", "deque([1]).remove(2)", "deque(maxlen=-1)", "deque([1], 1).insert(0, 2)"):
    try:
        eval(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
try:
    for item in d:
        d.append(item)
except RuntimeError as error:
    print(error)
