import gc
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)
future = pool.submit(threading.current_thread)
worker = future.result()
del pool
gc.collect()
worker.join()
print(worker.is_alive())
