import _thread
import sys


def body():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 'handling'
        yield repr(sys.exc_info()[1])
    yield 'over'


def run(function):
    done = _thread.allocate_lock()
    result = []

    def target():
        result.append(function())
        done.release()

    done.acquire()
    _thread.start_new_thread(target, ())
    done.acquire()
    return result[0]


steps = body()
print(next(steps))
print(run(lambda: next(steps)))
print(run(lambda: list(steps)))
try:
    raise KeyError('here')
except KeyError:
    print(run(lambda: sys.exc_info()), sys.exc_info()[1])
print(sys.exc_info())
