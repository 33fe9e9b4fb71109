class Plain:
    def __iter__(self):
        return self

    def __next__(self):
        print("  next")
        return "from next"


class Sends(Plain):
    def send(self, value):
        print("  send", value)
        return "from send"


class Throws(Sends):
    def throw(self, *args):
        print("  throw", [getattr(arg, "__name__", None) or repr(arg) for arg in args])
        return "from throw"


class Closes(Throws):
    def close(self):
        print("  close")


def delegate(iterator):
    try:
        yield from iterator
    except BaseException as error:
        print("  leaves", repr(error))
        raise


def tried(call, *args):
    try:
        print(call(*args))
    except BaseException as error:
        print(repr(error))


for kind in Plain, Sends, Throws, Closes:
    print(kind.__name__)
    body = delegate(kind())
    tried(next, body)
    tried(body.send, None)
    tried(body.send, 1)
    body.close()
    for args in ((ValueError("instance"),), (ValueError, "message"), (ValueError, ("a", "b"), None), (GeneratorExit,)):
        body = delegate(kind())
        next(body)
        tried(body.throw, *args)
        body.close()
    body = delegate(kind())
    next(body)
    tried(body.close)
    tried(next, body)
