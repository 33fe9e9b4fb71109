import traceback

group = ExceptionGroup("wide", [ValueError(i) for i in range(4)] + [ExceptionGroup("deep", [TypeError("t")])])
group.__cause__ = KeyError("cause")
for width, depth in (15, 10), (2, 10), (15, 1), (15, 0):
    snapshot = traceback.TracebackException.from_exception(group, max_group_width=width, max_group_depth=depth)
    print("".join(snapshot.format()))
print("".join(snapshot.format(chain=False)))
