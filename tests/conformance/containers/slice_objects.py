s = slice(1, None, 2)
print(s, s.start, s.stop, s.step, s == slice(1, None, 2), s.indices(6), slice(-3, None).indices(5), slice(None, None, -1).indices(4))
print(slice(5), slice(10**30).indices(10**40), slice(1, 2) < slice(1, 3))
class Index:
    def __index__(self):
        return 2
print([1, 2, 3, 4][:Index()], "abcd"[Index():], (1, 2, 3)[Index()])
for source in ("slice()", "slice(1).indices(-1)", "slice(0, 1, 0).indices(3)", "hash(slice(1))", "slice('a').indices(3)"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
