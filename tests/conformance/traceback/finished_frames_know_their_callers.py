import sys


def inner():
    return sys._getframe()


def middle():
    return inner()


def outer():
    return middle()


frame = outer()
for _ in range(50):
    (lambda: middle())()
while frame is not None:
    print(frame.f_code.co_name, frame.f_lineno)
    frame = frame.f_back
