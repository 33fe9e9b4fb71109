import traceback


def raise_from():
    try:
        {}["missing"]
    except KeyError as error:
        raise ValueError("second") from error


try:
    raise_from()
except ValueError as error:
    snapshot = traceback.TracebackException.from_exception(error)
    compact = traceback.TracebackException.from_exception(error, compact=True)
    print(snapshot == traceback.TracebackException.from_exception(error), snapshot == 1)
print(snapshot.__cause__, snapshot.__context__, snapshot.__suppress_context__, compact.__cause__, compact.__context__)
print(snapshot.exc_type, snapshot, len(snapshot.stack))
snapshot.print(file=__import__("sys").stdout)
