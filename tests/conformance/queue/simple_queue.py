import queue
import threading

items = queue.SimpleQueue()
print(items.empty(), items.qsize())
items.put(1)
items.put(2, block=True, timeout=-3)
items.put_nowait(3)
print(items.empty(), items.qsize(), items.get(), items.get_nowait(), items.get(timeout=0.1))
for arguments in ((False,), (True, 0.01), (True, 0), (False, -1), (True, -1), (True, 1e300)):
    try:
        items.get(*arguments)
    except (queue.Empty, ValueError, OverflowError) as error:
        print(arguments, repr(error))
try:
    items.get_nowait()
except queue.Empty as error:
    print(type(error).__module__, repr(error))

got = []
threads = [threading.Thread(target=lambda: got.append(items.get())) for _ in range(3)]
for thread in threads:
    thread.start()
for number in range(3):
    items.put(number)
for thread in threads:
    thread.join()
print(got)


class Mine(queue.SimpleQueue):
    pass


mine = Mine()
mine.name = 'n'
mine.put(None)
print(mine.name, mine.get(), queue.SimpleQueue[int])
