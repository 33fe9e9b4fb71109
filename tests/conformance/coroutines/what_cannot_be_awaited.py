# stderr: ignored
async def run(x): return await x
class BadAwait:
    def __await__(self): return 5
class AwaitsCoroutine:
    def __await__(self): return run(1)
def plain_generator(): yield
coroutine = run(1)
class AwaitsCoroutine2:
    def __await__(self): return coroutine
for x in (1, None, [], plain_generator(), BadAwait(), AwaitsCoroutine2(), run):
    try:
        run(x).send(None)
    except TypeError as error:
        print(error)
coroutine.close()
def g():
    yield from run(1)
bad = g()
try:
    next(bad)
except TypeError as error:
    print(error)
for x in (run(1),):
    try:
        iter(x)
    except TypeError as error:
        print(error)
    x.close()
