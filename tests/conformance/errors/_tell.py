"""The error that a source has, with its place."""


def tell(*sources, mode="exec"):
    for source in sources:
        try:
            compile(source, "s.py", mode)
            print(repr(source), "compiles")
        except SyntaxError as error:
            print(repr(source), type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
