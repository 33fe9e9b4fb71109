import sys
import types

error = ValueError("x")
for name, value in [
    ("__traceback__", 3), ("__context__", 3), ("__cause__", 3), ("__suppress_context__", 3), ("args", 3),
]:
    try:
        setattr(error, name, value)
    except TypeError as problem:
        print(name, problem)
    try:
        delattr(error, name)
    except TypeError as problem:
        print(name, problem)
try:
    error.with_traceback(3)
except TypeError as problem:
    print(problem)
try:
    error.add_note(3)
except TypeError as problem:
    print(problem)
error.add_note("a")
state = error.__reduce__()
error.__setstate__({"later": 1})
print(state, error.later)
print(OSError(None, None), OSError("a"), repr(OSError(1, 2, 3)), OSError(1, 2, 3))
try:
    1 / 0
except ZeroDivisionError as problem:
    tb = problem.__traceback__
made = types.TracebackType(tb, tb.tb_frame, 3, 4)
print(made.tb_next is tb, made.tb_lasti, made.tb_lineno)
for arguments in (1, tb.tb_frame, 1, 2), (None, 1, 1, 2), (None, tb.tb_frame, "a", 2):
    try:
        types.TracebackType(*arguments)
    except TypeError as problem:
        print(problem)
try:
    tb.tb_next = made
except ValueError as problem:
    print(problem)
