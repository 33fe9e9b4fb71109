# What a SyntaxError carries when compile() raises it.
sources = ["x = ", "f(1", "a b", "def f(:\n pass", "x = 'abc", "1 = x", "if x:\ny = 1", "for"]
for source in sources:
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(repr(source))
        print(" ", type(error).__name__, error.msg)
        print(" ", error.filename, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
