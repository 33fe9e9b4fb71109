import asyncio
import threading

policy = asyncio.DefaultEventLoopPolicy()
loop = policy.get_event_loop()
print(loop is policy.get_event_loop(), type(loop).__name__)


def in_thread():
    try:
        policy.get_event_loop()
    except RuntimeError as error:
        print(error)
    policy.set_event_loop(loop)
    print(policy.get_event_loop() is loop)


thread = threading.Thread(target=in_thread, name='other')
thread.start()
thread.join()
policy.set_event_loop(None)
try:
    policy.get_event_loop()
except RuntimeError as error:
    print(error)
try:
    policy.set_event_loop(3)
except TypeError as error:
    print(error)
loop.close()
