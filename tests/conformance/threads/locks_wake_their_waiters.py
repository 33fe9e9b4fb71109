import _thread
import time

lock = _thread.allocate_lock()
done = _thread.allocate_lock()
log = []


def worker():
    log.append('waits')
    with lock:
        log.append('has it')
    done.release()


lock.acquire()
done.acquire()
_thread.start_new_thread(worker, ())
while not log:
    time.sleep(0.001)
print(log, lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
lock.release()
print(done.acquire(timeout=10), log)

for call in (
    lambda: lock.release(),
    lambda: lock.acquire(False, 1),
    lambda: lock.acquire(True, -2),
    lambda: lock.acquire(timeout=1e20),
    lambda: _thread.RLock().release(),
    lambda: _thread.start_new_thread(1, ()),
    lambda: _thread.start_new_thread(worker, []),
    lambda: _thread.start_new_thread(worker, (), 1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
