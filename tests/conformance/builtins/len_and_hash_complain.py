class Negative:
    def __len__(self):
        return -1

class Text:
    def __len__(self):
        return "a"

for source in ("len(5)", "len(Negative())", "len(Text())", "hash([])", "hash({})", "len(None)"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
print(len("abc"), len([1]), len({}), len(range(5)), len(b"ab"))
