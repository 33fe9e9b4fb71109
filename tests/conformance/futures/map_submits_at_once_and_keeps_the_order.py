from concurrent.futures import Executor, ThreadPoolExecutor
from threading import Event

gate = Event()


def wait_for(number):
    if number == 0:
        gate.wait()
    else:
        gate.set()
    return number


with ThreadPoolExecutor(2) as pool:
    results = pool.map(wait_for, range(4))
    print(type(results).__name__, list(results))
    print(list(pool.map(pow, (2, 3), [5, 2, 9])))
    divided = pool.map(divmod, (1, 1, 1), (2, 0, 1))
    print(next(divided))
    try:
        next(divided)
    except ZeroDivisionError as error:
        print(error)
    print(list(divided))

with ThreadPoolExecutor(1) as pool:
    gate.clear()
    late = pool.map(lambda n: gate.wait() if n else n, range(3), timeout=0.05)
    print(next(late))
    try:
        next(late)
    except TimeoutError as error:
        print(repr(error))
    gate.set()

for call in (Executor().submit, Executor().map):
    try:
        call(int, '3')
    except NotImplementedError as error:
        print(repr(error))
