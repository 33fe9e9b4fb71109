import traceback

for details in [
    ("f", 2, 3, "abc def ghi", 2, 7),
    ("f", 2, 3, "abc def ghi", 2, 70),
    ("f", 2, 30, "abc def ghi", 2, 31),
    ("f", 2, 5, "\t\tabc def ghi", 2, 7),
    (None, 2, 5, "\n\n  abc def ghi\n", 2, 7),
    ("g", None, 5, "  abc def ghi\n", 2, 7),
    ("g", 3, 5, None, 2, 7),
]:
    print("".join(traceback.format_exception_only(SyntaxError("m", details))))
print("".join(traceback.format_exception_only(SyntaxError(None, ("g", 3, 5, None, 2, 7)))))
