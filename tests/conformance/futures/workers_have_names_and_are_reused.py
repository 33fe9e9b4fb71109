import threading
from concurrent.futures import ThreadPoolExecutor


def name():
    return threading.current_thread().name


with ThreadPoolExecutor(3) as first, ThreadPoolExecutor(3, 'mine') as second:
    print(first.submit(name).result())
    print([second.submit(name).result() for _ in range(3)])
    barrier = threading.Barrier(3)
    print(sorted(second.map(lambda _: (barrier.wait(), name())[1], range(3))))
    print(all(not thread.daemon for thread in second._threads))
print([thread.is_alive() for thread in first._threads])
