from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from threading import Event

gates = [Event() for _ in range(3)]


def work(number):
    gates[number].wait()
    return number


with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(work, number) for number in range(3)]
    ended = as_completed(futures)
    for number in (2, 0, 1):
        gates[number].set()
        print(next(ended).result())
    print(list(ended))

done = Future()
done.set_result('done')
try:
    for future in as_completed([done, Future(), Future(), done], timeout=0.01):
        print(future.result())
except TimeoutError as error:
    print(error)
