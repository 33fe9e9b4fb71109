import traceback


class Loud(Exception):
    def __str__(self):
        raise KeyError("no text")


try:
    1 / 0
except ZeroDivisionError as error:
    for line in traceback.format_exception(error):
        print(repr(line))
    print(traceback.format_exception(error, limit=0))
    print(traceback.format_exception(type(error), error, None))

print(traceback.format_exception(ValueError("never raised")))
print(traceback.format_exception(None))
print(traceback.format_exception_only(Loud()))
for arguments in [(3,), (ValueError, ValueError())]:
    try:
        traceback.format_exception(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
