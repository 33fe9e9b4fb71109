import warnings


def inner(level):
    warnings.warn(f"level {level}", stacklevel=level)


def outer(level):
    inner(level)


for level in 0, 1, 2, 3, 100:
    outer(level)
print(sorted(key[0] for key in __warningregistry__ if isinstance(key, tuple)))
