view = memoryview(bytearray(range(24)))
for shape in ([4, 6], [2, 3, 4], (24,)):
    m = view.cast("B", shape)
    print(m.ndim, m.shape, m.strides, m.nbytes, len(m), m.c_contiguous, m.f_contiguous, m.tolist())
m = view.cast("H", [2, 3, 2])
print(m[1, 2, 0], m[-1, -1, -1], m.tobytes("F").hex(), m[::-1].tolist(), m[1:].shape)
m[0, 0, 0] = 7
print(view[0], m == view.cast("H", [2, 3, 2]), m == view)
scalar = view[:4].cast("I", [])
print(scalar.ndim, scalar.shape, scalar[()], scalar[...] is scalar, scalar.tolist(), scalar.cast("B").tolist())
for case in ("m[0]", "m[0, 0]", "m[0, 0, 0, 0]", "m[0:1, 0:1]", "m[0, 3, 0]", "m['x']", "m[0] = 1", "m[0:1] = m[0:1]", "list(m)",
             "scalar[0]", "m.cast('B', [3, 8])", "view.cast('B', [5, 5])", "view.cast('B', ['x'])", "view.cast('B', [0])",
             "view.cast('B', 5)", "view.cast('B', [1] * 65)", "view[::2].cast('H')", "view.cast('H').cast('I')", "view.cast('e')"):
    try:
        exec(case)
    except Exception as error:
        print(case, type(error).__name__, error)
