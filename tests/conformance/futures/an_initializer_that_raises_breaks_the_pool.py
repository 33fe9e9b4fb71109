# stderr: ignored
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool
import threading

own = threading.local()


def begin(value):
    own.value = value


with ThreadPoolExecutor(2, initializer=begin, initargs=('set',)) as pool:
    print(pool.submit(lambda: own.value).result())


def fail():
    raise ValueError('no')


pool = ThreadPoolExecutor(1, initializer=fail)
try:
    print(pool.submit(int).result())
except BrokenThreadPool as error:
    print(error, isinstance(error, BrokenExecutor))
try:
    pool.submit(int)
except BrokenThreadPool as error:
    print(error)
pool.shutdown()
for arguments in ({'max_workers': 0}, {'max_workers': -1}, {'initializer': 3}):
    try:
        ThreadPoolExecutor(**arguments)
    except (TypeError, ValueError) as error:
        print(repr(error))
