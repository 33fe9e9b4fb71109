import atexit


def gen(name):
    try:
        yield
    finally:
        print("finally", name)


atexit.register(print, "exit function")
first = gen("first")
second = gen("second")
unstarted = gen("unstarted")
next(first)
next(second)
print("end")
