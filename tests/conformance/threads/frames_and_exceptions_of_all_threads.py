import sys
import threading

entered, leave = threading.Event(), threading.Event()


def outer():
    try:
        raise ValueError("handled")
    except ValueError:
        inner()


def inner():
    entered.set()
    leave.wait()


thread = threading.Thread(target=outer)
thread.start()
entered.wait()
frames, exceptions = sys._current_frames(), sys._current_exceptions()
print(set(frames) == {threading.get_ident(), thread.ident}, frames[threading.get_ident()] is sys._getframe())
names = []
frame = frames[thread.ident]
while frame:
    names.append(frame.f_code.co_name)
    frame = frame.f_back
print([name for name in names if name in ("inner", "outer")])
print(exceptions[threading.get_ident()], exceptions[thread.ident][:2])
leave.set()
thread.join()
print(thread.ident in sys._current_frames())
