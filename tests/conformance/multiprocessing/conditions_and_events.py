import multiprocessing
import threading

context = multiprocessing.get_context('spawn')
condition, event = context.Condition(), context.Event()
print(condition, str(event).split()[-1])
woken = []


def wait(number):
    with condition:
        ready.release()
        woken.append((number, condition.wait()))


ready = threading.Semaphore(0)
threads = [threading.Thread(target=wait, args=(number,)) for number in range(3)]
for thread in threads:
    thread.start()
    ready.acquire()
with condition:
    print(condition.wait(0.01), condition)
    condition.notify()
    condition.notify_all()
for thread in threads:
    thread.join()
print(sorted(woken), condition)
for action in (condition.wait, condition.notify):
    try:
        action()
    except AssertionError as error:
        print(error)
with condition:
    print(sorted(condition.wait_for(lambda: woken)), condition.wait_for(lambda: [], 0.01))

print(event.is_set(), event.wait(0.01))
waiter = threading.Thread(target=lambda: print('waited', event.wait()))
waiter.start()
event.set()
waiter.join()
event.set()
print(event.is_set(), event.wait())
event.clear()
print(event.is_set())
