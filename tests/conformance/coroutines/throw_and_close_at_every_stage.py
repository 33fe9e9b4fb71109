import traceback
import types
import warnings

warnings.simplefilter("ignore")


@types.coroutine
def pause(value):
    return (yield value)


async def level(depth):
    try:
        if depth:
            return await level(depth - 1)
        return await pause("paused")
    except ValueError as error:
        raise KeyError(depth) from error
    finally:
        print("  leaves", depth)


def tried(call, *args):
    try:
        print(repr(call(*args)))
    except BaseException as error:
        while error is not None:
            print(repr(error), [(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)][1:])
            error = error.__cause__ or error.__context__


def suspended(depth):
    coroutine = level(depth)
    coroutine.send(None)
    return coroutine


subject = suspended(2)
tried(subject.throw, ValueError("thrown"))
for use in (lambda: subject.send(None), lambda: subject.throw(ValueError), subject.close, lambda: subject.__await__().send(None)):
    tried(use)
subject = suspended(1)
tried(subject.close)
tried(subject.send, None)
subject = level(1)
tried(subject.send, "too early")
tried(subject.throw, ValueError("before it began"))
tried(subject.send, None)
subject = level(0)
tried(subject.close)
tried(subject.send, None)
tried(suspended(0).throw, StopIteration("stops"))
tried(suspended(0).throw, GeneratorExit("exits"))
tried(suspended(0).send, "result")
