import _thread
import sys


def report(unraisable):
    print(unraisable.err_msg, unraisable.object, repr(unraisable.exc_value))
    done.release()


class Named:
    def __repr__(self):
        return 'Named()'

    def __call__(self, text):
        raise ValueError(text)


sys.unraisablehook = report
done = _thread.allocate_lock()
done.acquire()
_thread.start_new_thread(Named(), ('lost',))
done.acquire()
_thread.start_new_thread(sys.exit, (3,))
print(_thread.TIMEOUT_MAX, _thread.error, _thread.LockType)
