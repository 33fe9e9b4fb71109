import traceback

entry = traceback.FrameSummary("f", 1, "n", line="  abc ", locals={"x": 1}, colno=3, end_colno=5, end_lineno=1)
print(entry, list(entry), len(entry), entry[1:3], entry.locals)
print(entry == ("f", 1, "n", "abc"), entry == entry, entry == 3)
print(traceback.StackSummary.from_list([entry]).format())
print(traceback.format_list([("a", 1, "b", None), ("a", 1, "b", "line"), ["x", None, "y", ""]]))
print(list(traceback.FrameSummary("f", None, "n")))
try:
    traceback.StackSummary.from_list([("a",)])
except ValueError as error:
    print(error)
