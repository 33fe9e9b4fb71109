CALLS = [
    (UnicodeEncodeError, (1, 2, 3), {}),
    (UnicodeEncodeError, ("a", 2, 3, 4, 5), {}),
    (UnicodeEncodeError, ("a", "b", "c", 4, 5), {}),
    (UnicodeDecodeError, ("a", "b", 3, 4, "5"), {}),
    (UnicodeDecodeError, ("a", bytearray(b"b"), 3, 4, "5"), {}),
    (UnicodeTranslateError, ("a", 3, 4, "5"), {}),
    (SyntaxError, ("m", (1,)), {}),
    (SyntaxError, ("m", 1), {}),
    (SyntaxError, ("m", (1, 2, 3, 4)), {}),
    (SyntaxError, ("m", (1, 2, 3, 4, 5)), {}),
    (ImportError, ("m",), {"x": 1}),
    (ImportError, ("m",), {"name": 1, "path": 2}),
    (NameError, ("m",), {"path": 1}),
    (AttributeError, ("m",), {"name": 1, "obj": 2}),
    (OSError, (2, "x"), {"name": 1}),
    (ValueError, ("m",), {"a": 1}),
    (ExceptionGroup, ("m",), {}),
    (ExceptionGroup, ("m", []), {}),
    (ExceptionGroup, ("m", {1: 2}), {}),
    (ExceptionGroup, (1, [ValueError()]), {}),
    (ExceptionGroup, ("m", [KeyboardInterrupt()]), {}),
    (BaseExceptionGroup, ("m", [ValueError()]), {}),
]
for cls, args, kwargs in CALLS:
    try:
        print(cls.__name__, repr(cls(*args, **kwargs)))
    except Exception as error:
        print(cls.__name__, args, kwargs, type(error).__name__, error)
