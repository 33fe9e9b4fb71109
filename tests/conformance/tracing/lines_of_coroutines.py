import sys

class Once:
    def __await__(self):
        yield "pause"
        return 3

async def inner():
    return await Once()

async def outer():
    async with Manager() as m:
        return await inner() + m

class Manager:
    async def __aenter__(self):
        return 1

    async def __aexit__(self, *args):
        pass

def tracer(frame, event, arg):
    if event == "exception":
        arg = arg[0].__name__
    print(frame.f_code.co_name, event, frame.f_lineno, arg)
    return tracer

sys.settrace(tracer)
c = outer()
c.send(None)
try:
    c.send(None)
except StopIteration as e:
    print(e.value)
sys.settrace(None)
