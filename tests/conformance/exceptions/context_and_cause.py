try:
    try:
        raise KeyError("first")
    except KeyError as first:
        raise ValueError("second") from TypeError("cause")
except ValueError as error:
    print(repr(error.__context__), repr(error.__cause__), error.__suppress_context__)
try:
    try:
        raise KeyError("first")
    finally:
        raise ValueError("in finally")
except ValueError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
