import queue
import threading

results = []
jobs = queue.Queue(maxsize=2)


def worker():
    while (job := jobs.get()) is not None:
        results.append(job * job)
        jobs.task_done()
    jobs.task_done()


workers = [threading.Thread(target=worker) for _ in range(3)]
for thread in workers:
    thread.start()
for i in range(20):
    jobs.put(i)
jobs.join()
print(sorted(results))
for _ in workers:
    jobs.put(None)
for thread in workers:
    thread.join()
print(jobs.empty(), jobs.qsize(), jobs.full(), jobs.unfinished_tasks)

jobs.put(1)
jobs.put(2)
for call in (
    lambda: jobs.put(3, block=False),
    lambda: jobs.put(3, timeout=0.01),
    lambda: jobs.put(3, timeout=-1),
    lambda: queue.LifoQueue().get_nowait(),
    lambda: queue.SimpleQueue().get(timeout=-1),
    lambda: queue.Queue().task_done(),
):
    try:
        print(call())
    except (queue.Full, queue.Empty, ValueError) as error:
        print(type(error), error)

for kind in queue.PriorityQueue, queue.LifoQueue, queue.SimpleQueue:
    items = kind()
    for item in (3, 1, 2):
        items.put(item)
    print(kind.__name__, [items.get() for _ in range(3)])
