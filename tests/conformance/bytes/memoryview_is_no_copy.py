# a view reads and writes the bytes of its owner

data = bytearray(b"abcdef")
view = memoryview(data)
view[0] = 65
view[1:3] = b"BC"
print(data, view.tobytes(), len(view), view.readonly, view.format, view.itemsize, view.shape, view.strides, view.ndim, view.nbytes)
part = view[2:5]
part[0] = 120
print(data, part.tolist(), part.obj is data, view[::-1].tobytes(), view[::2].contiguous, view[::-2].strides)
print(list(view[:2]), 65 in view, view == data, view == b"ABxdef", view[:2] == b"AB", view != b"x")
wide = memoryview(b"abcdefgh").cast("H")
print(wide.tolist(), wide.shape, wide.itemsize, wide[1], wide.cast("B").tobytes(), memoryview(b"abcd").cast("i")[0], memoryview(bytes(8)).cast("d")[0])
print(memoryview(b"ab").cast("c").tolist(), memoryview(b"\x00\x01").cast("?").tolist(), memoryview(b"\xff").cast("b")[0], view.hex(), view.hex("-"))
print(hash(memoryview(b"ab")) == hash(b"ab"), bytes(view[:2]), bytearray(view[4:]), b"".join([view[:1], view[1:2]]), memoryview(memoryview(b"x")).obj)
with memoryview(b"xyz") as m:
    print(m.tobytes())


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: m.tobytes())
attempt(lambda: m[0])
attempt(lambda: len(m))
attempt(lambda: memoryview(1))
attempt(lambda: memoryview("a"))
attempt(lambda: view[9])
attempt(lambda: view["a"])
attempt(lambda: memoryview(b"abc").__setitem__(0, 1))
attempt(lambda: view.__setitem__(0, "x"))
attempt(lambda: view.__setitem__(0, 300))
attempt(lambda: view.__setitem__(slice(0, 2), b"x"))
attempt(lambda: view.__delitem__(0))
attempt(lambda: memoryview(b"abc").cast("H"))
attempt(lambda: memoryview(b"abcd").cast("Hx"))
attempt(lambda: memoryview(b"abcd").cast("H").cast("I"))
attempt(lambda: view[::2].cast("H"))
attempt(lambda: hash(view))
attempt(lambda: view < b"a")
attempt(lambda: memoryview(b"ab")[0, 1])
attempt(lambda: memoryview(data).toreadonly().readonly)
with memoryview(data) as held:
    attempt(lambda: data.append(1))
held2 = None
view.release()
part.release()
