# bytearray as a mutable sequence

b = bytearray(b"hello")
alias = b
b[0] = 72
b[-1:] = b"p!"
b += b"?"
print(b, alias is b, len(b))
b[1:3] = b""
print(b)
b[::2] = b"XYZ"
print(b)
del b[0]
del b[::2]
print(b)
b.append(97)
b.extend([98, 99])
b.extend(b"de")
b.insert(0, 48)
b.insert(100, 49)
b.insert(-1, 50)
print(b)
print(b.pop(), b.pop(0), b.pop(-2), b)
b.remove(97)
b.reverse()
print(b, b.copy() == b, b.copy() is b)
b *= 2
print(b)
b[1:1] = b
print(b)
b[:] = [1, 2, 3]
print(b)
b.clear()
print(b, bool(b), bool(bytearray(1)))


def attempt(action):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)


c = bytearray(b"abc")
attempt(lambda: c.append("a"))
attempt(lambda: c.append(256))
attempt(lambda: c.extend("a"))
attempt(lambda: c.extend(1))
attempt(lambda: c.insert(0, "a"))
attempt(lambda: c.remove(1))
attempt(lambda: bytearray().pop())
attempt(lambda: c.pop(5))
attempt(lambda: c.__setitem__(0, "x"))
attempt(lambda: c.__setitem__(9, 1))
attempt(lambda: c.__setitem__(slice(0, 1), "x"))
attempt(lambda: c.__setitem__(slice(0, 1), 5))
attempt(lambda: c.__setitem__(slice(0, 3, 2), b"x"))
attempt(lambda: c.__delitem__(7))
attempt(lambda: c.__iadd__(1))
print(c)
queue = bytearray()
for i in range(300):
    queue.append(i % 256)
    if i % 3 == 2:
        del queue[:2]
print(len(queue), queue[0], queue[-1])
