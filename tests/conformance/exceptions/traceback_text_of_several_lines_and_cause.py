def f():
    raise ValueError("multi\nline")
try:
    f()
except ValueError as e:
    raise KeyError('k') from e
