class Delegate:
    def __iter__(self):
        return self

    def __next__(self):
        return "item"

    def __getattr__(self, name):
        print("  asked for", name)
        raise error(name)


def delegate():
    try:
        while True:
            yield from Delegate()
    except BaseException as problem:
        print("  leaves", repr(problem))
        raise
    finally:
        print("  finally")


def tried(call, *args):
    try:
        print(repr(call(*args)))
    except BaseException as problem:
        frames = []
        trace = problem.__traceback__.tb_next
        while trace:
            frames.append(trace.tb_frame.f_code.co_name)
            trace = trace.tb_next
        print(repr(problem), frames)


for error in AttributeError, RuntimeError:
    print(error.__name__)
    body = delegate()
    next(body)
    tried(body.send, 1)
    body = delegate()
    next(body)
    tried(body.throw, ValueError("thrown"))
    # What could not be asked for was never thrown in.
    print(body.gi_suspended)
    kept = error
    error = AttributeError
    body.close()
    error = kept
