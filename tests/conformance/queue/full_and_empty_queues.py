import queue

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    items = kind(2)
    items.put(2)
    items.put_nowait(1)
    for put in (lambda: items.put(3, block=False), lambda: items.put(3, timeout=0.01), lambda: items.put(3, True, -1)):
        try:
            put()
        except (queue.Full, ValueError) as error:
            print(kind.__name__, repr(error))
    print(items.full(), items.qsize(), items.maxsize, items.get(), items.get(timeout=1), items.empty())
    for get in (items.get_nowait, lambda: items.get(timeout=0.01), lambda: items.get(True, -1)):
        try:
            get()
        except (queue.Empty, ValueError) as error:
            print(kind.__name__, repr(error))
