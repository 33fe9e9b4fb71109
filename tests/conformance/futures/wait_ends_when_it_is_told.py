from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from threading import Event


def show(futures, **how):
    done, not_done = wait(futures, **how)
    print([number for number, future in enumerate(futures) if future in done], len(not_done))


gate = Event()
with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(int, '1'), pool.submit(gate.wait), pool.submit(gate.wait)]
    show(futures, return_when=FIRST_COMPLETED)
    show(futures, timeout=0.01)
    gate.set()
    show(futures)
    gate.clear()
    futures = [pool.submit(gate.wait), pool.submit(int, 'x'), pool.submit(int, '2')]
    wait(futures[2:])
    show(futures, return_when=FIRST_EXCEPTION)
    gate.set()
    show(futures, return_when=ALL_COMPLETED)

print(wait([]), wait([], return_when='never'))
pending = Future()
try:
    wait([pending], return_when='never')
except ValueError as error:
    print(error)
# Cancelled futures are waited for until their executor knows.
pending.cancel()
show([pending], timeout=0.01)
pending.set_running_or_notify_cancel()
show([pending, pending], timeout=0.01)
