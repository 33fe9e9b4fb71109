def run(*errors):
    try:
        try:
            raise ExceptionGroup("group", list(errors))
        except* ValueError as group:
            print("values", group.exceptions)
        except* (TypeError, KeyError) as group:
            print("others", group.exceptions)
        else:
            print("else")
        finally:
            print("finally")
    except ExceptionGroup as rest:
        print("rest", repr(rest))

run(ValueError(1), TypeError(2), ValueError(3))
run(ValueError(1), OSError(2), ExceptionGroup("nested", [KeyError(3), OSError(4)]))
try:
    raise ValueError("bare")
except* ValueError as group:
    print(repr(group))
