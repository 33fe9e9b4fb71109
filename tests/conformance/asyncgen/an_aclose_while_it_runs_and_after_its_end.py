import types


@types.coroutine
def pause(value):
    return (yield value)


def step(awaitable, value=None):
    try:
        return 'paused', awaitable.send(value)
    except StopIteration as stop:
        return 'returned', stop.value
    except BaseException as error:
        return repr(error), repr(error.__cause__)


async def generator():
    try:
        got = yield await pause('in front of 1')
        print('got', got)
        yield 2
    finally:
        print('cleanup', await pause('in finally'))


values = generator()
first = values.asend(None)
print(step(first), values.ag_running)
# It stands at an await: nobody else may drive it.
print(step(values.asend(None)), step(values.aclose()), step(values.athrow(KeyError)), step(anext(values)))
print(step(first, 1), values.ag_running)
print(step(values.asend('sent')))
closing = values.aclose()
print(step(closing))
print(step(values.aclose()), step(values.asend(5)))
print(step(closing, 'cleaned'))
for name in ('asend', 'athrow'):
    print(name, step(getattr(values, name)(KeyError('late') if name == 'athrow' else None)))
print(step(values.aclose()), step(values.__anext__()))

fresh = generator()
print(step(fresh.asend('too early')))
print(step(fresh.athrow(KeyError('before the start'))))
print(step(fresh.asend(None)))
