async def f(): return 1
c = f()
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
async def g(): await c
try:
    g().send(None)
except RuntimeError as error:
    print(error)
import types
@types.coroutine
def pause(): yield "paused"
async def wait(): await pause()
w = wait()
async def user(): await w
one, two = user(), user()
print(one.send(None))
try:
    two.send(None)
except RuntimeError as error:
    print(error)
