class Releasing:
    def __init__(self, view):
        self.view = view

    def __index__(self):
        self.view.release()
        return 1


view = memoryview(bytearray(b"abc"))
view.release()
view.release()
print(repr(view)[:9], view == view, view == b"abc")
for case in ("view[0]", "len(view)", "view.format", "view.obj", "bytes(view)", "list(view)", "view.tobytes()", "hash(view)",
             "memoryview(view)", "view.__enter__()", "b''.join([view])"):
    try:
        exec(case)
    except (TypeError, ValueError) as error:
        print(case, error)
for case in ("view[0] = Releasing(view)", "view[Releasing(view)] = 1", "view[Releasing(view)]"):
    view = memoryview(bytearray(b"abc"))
    try:
        exec(case)
    except ValueError as error:
        print(case, error)
