import itertools

CLASSES = [ValueError, OSError, ImportError, SyntaxError, StopIteration, ExceptionGroup, UnicodeEncodeError, KeyError, AttributeError]
for pair in itertools.combinations(CLASSES, 2):
    try:
        type("Both", pair, {})
        print(*(cls.__name__ for cls in pair), "fine")
    except TypeError as error:
        print(*(cls.__name__ for cls in pair), error)
