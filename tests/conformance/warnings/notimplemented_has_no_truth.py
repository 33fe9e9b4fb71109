import warnings

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(bool(NotImplemented), not NotImplemented)
    if NotImplemented:
        print("true")
    for warning in seen:
        print(warning.category.__name__, warning.message)

warnings.simplefilter("error")
try:
    bool(NotImplemented)
except DeprecationWarning as error:
    print("raised", error)
