import multiprocessing
import threading

context = multiprocessing.get_context('spawn')


def tell(what, *args, **kwargs):
    try:
        print(what.__name__, what(*args, **kwargs))
    except (AssertionError, ValueError, OSError) as error:
        print(what.__name__, repr(error))


lock = context.Lock()
print(lock)
tell(lock.release)
tell(lock.acquire)
tell(lock.acquire, False)
tell(lock.acquire, timeout=0.01)
print(lock)
tell(lock.release)
with lock:
    print('held', lock)

again = context.RLock()
print(again)
tell(again.release)
tell(again.acquire)
tell(again.acquire)
print(again)
thread = threading.Thread(target=lambda: (print(again), tell(again.acquire, False), tell(again.release)))
thread.start()
thread.join()
tell(again.release)
tell(again.release)
print(again)

places = context.Semaphore(2)
bounded = context.BoundedSemaphore(1)
print(places, bounded, places.get_value())
tell(places.acquire)
tell(places.acquire, True, 1)
tell(places.acquire, block=False)
tell(places.release)
tell(bounded.release)
print(places, bounded)
tell(context.Semaphore, -1)
