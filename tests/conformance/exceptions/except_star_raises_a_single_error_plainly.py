try:
    try:
        raise ExceptionGroup("eg", [TypeError(1), ValueError(2)])
    except* (TypeError, ValueError):
        raise SyntaxError(3)
except SyntaxError as error:
    print(repr(error), repr(error.__context__))

try:
    try:
        raise ExceptionGroup("eg", [TypeError(1), ValueError(2)])
    except* TypeError:
        raise SyntaxError(3)
except ExceptionGroup as error:
    print(repr(error))
