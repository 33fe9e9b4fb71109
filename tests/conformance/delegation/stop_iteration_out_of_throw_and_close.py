class Delegate:
    def __iter__(self):
        return self

    def __next__(self):
        return "item"

    def throw(self, *args):
        raise StopIteration("thrown")

    def close(self):
        raise StopIteration("closed")


class Ended(Delegate):
    def __next__(self):
        raise StopIteration("first", "second")


def delegate(iterator):
    result = yield from iterator
    print("  result", result)
    yield "after"
    return result


def tried(call, *args):
    try:
        print(repr(call(*args)))
    except BaseException as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__))


tried(next, delegate(Ended()))
body = delegate(Delegate())
next(body)
tried(body.throw, ValueError)
tried(next, body)
body = delegate(Delegate())
next(body)
tried(body.throw, GeneratorExit("exit"))
body = delegate(Delegate())
next(body)
tried(body.close)
tried(next, body)
