import threading


def work(event):
    event.wait()


go = threading.Event()
thread = threading.Thread(target=work, args=(go,))
print(thread, thread.is_alive(), thread.ident, thread.daemon)
thread.start()
print(thread.name, thread.is_alive(), thread.ident is not None, threading.active_count())
print([other.name for other in threading.enumerate()], threading.current_thread() is threading.main_thread())
go.set()
thread.join()
print(thread.is_alive(), str(thread).split()[1], threading.active_count())
for call in (
    thread.start,
    threading.current_thread().join,
    threading.Thread().join,
    lambda: setattr(threading.main_thread(), 'daemon', True),
):
    try:
        call()
    except RuntimeError as error:
        print(error)

barrier = threading.Barrier(3, action=lambda: print('all here'))
numbers = []
threads = [threading.Thread(target=lambda: numbers.append(barrier.wait())) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(numbers), barrier.broken, barrier.n_waiting)

seen = []
threading.excepthook = lambda args: seen.append((args.exc_type, str(args.exc_value), args.thread.name))
thread = threading.Thread(target=lambda: 1 / 0, name='divides')
thread.start()
thread.join()
print(seen)

timer = threading.Timer(0.01, print, ['timer'], {'end': '!\n'})
timer.start()
timer.join()
timer = threading.Timer(60, print, ['never'])
timer.start()
timer.cancel()
timer.join()
limit = threading.BoundedSemaphore(2)
with limit, limit:
    print(limit.acquire(blocking=False))
try:
    limit.release()
except ValueError as error:
    print(error)
