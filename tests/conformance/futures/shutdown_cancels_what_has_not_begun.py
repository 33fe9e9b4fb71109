from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

begun, gate = Event(), Event()


def work():
    begun.set()
    gate.wait()
    return 'done'


pool = ThreadPoolExecutor(1)
futures = [pool.submit(work) for _ in range(3)]
begun.wait()
pool.shutdown(wait=False, cancel_futures=True)
print([future.cancelled() for future in futures])
try:
    pool.submit(work)
except RuntimeError as error:
    print(error)
gate.set()
pool.shutdown()
print(futures[0].result())

with ThreadPoolExecutor(2) as pool:
    later = [pool.submit(str, number) for number in range(5)]
print([future.result() for future in later])
try:
    pool.submit(str)
except RuntimeError as error:
    print(error)
