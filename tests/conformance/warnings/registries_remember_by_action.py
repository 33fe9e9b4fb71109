import warnings

for action in "default", "module", "once", "ignore", "always":
    warnings.resetwarnings()
    warnings.simplefilter(action)
    registry = {}
    for line in 3, 3, 4:
        warnings.warn_explicit("m", UserWarning, "file.py", line, registry=registry)
    registry.pop("version", None)
    print(action, registry)
