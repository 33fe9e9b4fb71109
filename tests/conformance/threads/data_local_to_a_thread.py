import _thread


class Data(_thread._local):
    shared = []

    def __init__(self, start):
        self.shared.append(start)
        self.x = start


data = Data(7)
data.x += 1
done = _thread.allocate_lock()
seen = []


def worker():
    seen.append(data.x)
    data.x = 'mine'
    data.y = 1
    seen.append(sorted(data.__dict__))
    done.release()


done.acquire()
_thread.start_new_thread(worker, ())
done.acquire()
print(seen, data.x, hasattr(data, 'y'), data.shared)
for action in (lambda: setattr(data, '__dict__', {}), lambda: delattr(data, '__dict__'), lambda: _thread._local(1)):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
