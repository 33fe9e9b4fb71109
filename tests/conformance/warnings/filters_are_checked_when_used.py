import warnings


def attempt(filters):
    warnings.filters = filters
    warnings._filters_mutated()
    try:
        warnings.warn("text")
    except Exception as error:
        print(type(error).__name__, error)


attempt([("bogus", None, Warning, None, 0)])
attempt([("error", None)])
attempt([(3, None, Warning, None, 0)])
attempt([("error", "text", Warning, "__main__", 0)])
attempt([("error", "text", Warning, None, 7)])
attempt(5)
warnings.filters = []
warnings.defaultaction = "error"
try:
    warnings.warn("by default")
except UserWarning as error:
    print(repr(error))
for category in int, 3:
    try:
        warnings.warn("text", category)
    except TypeError as error:
        print(error)
