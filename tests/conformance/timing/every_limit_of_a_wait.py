import os
import queue
import select
import socket
import threading
import time

start = time.monotonic()


def log(*what):
    print(f"{time.monotonic() - start:.1f}", *what)


log(threading.Event().wait(0.2))
lock = threading.Lock()
lock.acquire()
log(lock.acquire(timeout=0.2))
condition = threading.Condition()
with condition:
    log(condition.wait(0.2))
    log(condition.wait_for(lambda: False, 0.2))
log(threading.Semaphore(0).acquire(timeout=0.2))
try:
    queue.Queue().get(timeout=0.2)
except queue.Empty:
    log("empty")
try:
    threading.Barrier(2).wait(0.2)
except threading.BrokenBarrierError:
    log("broken")
sleeper = threading.Thread(target=time.sleep, args=(0.5,))
sleeper.start()
sleeper.join(0.2)
log(sleeper.is_alive())
sleeper.join()
log(sleeper.is_alive())
threading.Timer(0.2, log, ("timer",)).start()
time.sleep(0.3)

read, write = os.pipe()
log(select.select([read], [], [], 0.2))
poll = select.poll()
poll.register(read, select.POLLIN)
log(poll.poll(200))
here, there = socket.socketpair()
here.settimeout(0.2)
try:
    here.recv(1)
except TimeoutError as error:
    log(error)
server = socket.create_server(("127.0.0.1", 0))
server.settimeout(0.2)
try:
    server.accept()
except TimeoutError as error:
    log(error)
