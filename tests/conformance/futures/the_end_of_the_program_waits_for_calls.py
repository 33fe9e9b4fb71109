import atexit
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


@atexit.register
def last():
    print('last')
    try:
        pool.submit(print)
    except RuntimeError as error:
        print(error)


def work(number):
    time.sleep(0.05)
    print('call', number)


for number in range(2):
    pool.submit(work, number)
    time.sleep(0.01)
print('the end')
