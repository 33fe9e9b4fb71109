import inspect
import types


@types.coroutine
def pause():
    yield


async def work(argument):
    local = argument + 1
    print(inspect.getcoroutinestate(c))
    await pause()
    return local


c = work(1)
print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c))
c.send(None)
print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c))
c.close()
print(inspect.getcoroutinestate(c), inspect.getcoroutinelocals(c))


def gen(argument):
    local = argument + 1
    print(inspect.getgeneratorstate(g))
    yield local


g = gen(1)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
next(g)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
g.close()
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
for check in inspect.getgeneratorlocals, inspect.getcoroutinelocals:
    try:
        check(5)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
