import sys
def f():
    try:
        raise ValueError("first")
    except ValueError as error:
        print(sys.exc_info()[0].__name__)
        try:
            raise
        except ValueError as again:
            print(again is error)
    print(sys.exc_info())
f()
try:
    raise
except RuntimeError as error:
    print(error)
