import queue
import threading

jobs, results = queue.Queue(2), []


def work():
    while (job := jobs.get()) is not None:
        results.append(job * 2)
        jobs.task_done()
    jobs.task_done()


thread = threading.Thread(target=work)
thread.start()
for number in range(6):
    jobs.put(number)
jobs.join()
print(results, jobs.unfinished_tasks, jobs.empty())
jobs.put(None)
thread.join()
jobs.join()
try:
    jobs.task_done()
except ValueError as error:
    print(error)
