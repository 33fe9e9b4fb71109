import contextlib


@contextlib.contextmanager
def manager(kind):
    try:
        yield "value"
    except ValueError as error:
        match kind:
            case "swallows":
                return
            case "replaces":
                raise KeyError("other")
            case "replaces from":
                raise KeyError("other") from error
            case "yields":
                yield "more"
            case "raises a like one":
                raise ValueError(str(error))
        raise
    else:
        if kind == "yields twice":
            yield "again"


@contextlib.contextmanager
def yields_nothing():
    if False:
        yield


def use(made, error):
    with made as value:
        if error is not None:
            raise error
    return value


def tried(call, *args):
    try:
        print("  ", repr(call(*args)))
    except BaseException as error:
        print("  ", repr(error), repr(error.__cause__), repr(error.__context__))


for kind in ("plain", "swallows", "replaces", "replaces from", "yields", "raises a like one", "yields twice"):
    print(kind)
    for error in (None, ValueError("body"), StopIteration("stop"), RuntimeError("other"), GeneratorExit()):
        tried(use, manager(kind), error)
tried(use, yields_nothing(), None)
made = manager("plain")
made.__enter__()
tried(made.__exit__, None, None, None)
tried(made.__exit__, None, None, None)
tried(made.__exit__, ValueError, None, None)
