def run(coroutine):
    try:
        coroutine.send(None)
    except BaseException as error:
        print(repr(error), '<-', repr(error.__cause__), error.__suppress_context__)


async def raise_it(error):
    raise error


async def through(error):
    await raise_it(error)


async def catch(error):
    try:
        await raise_it(error)
    except RuntimeError as caught:
        return 'caught', caught.__cause__


class Iterator:
    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration('value of the await')


async def value():
    return await Iterator()


for error in StopIteration(1), StopAsyncIteration(2), StopIteration:
    run(raise_it(error))
    run(through(error))
    run(catch(error))
run(value())
coroutine = through(KeyError('unused'))
try:
    coroutine.throw(StopIteration('thrown before the start'))
except BaseException as error:
    print(repr(error), repr(error.__cause__))
