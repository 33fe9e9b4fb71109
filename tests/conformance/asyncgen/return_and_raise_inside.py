import asyncio


async def ends():
    yield 1
    return


async def raises(error):
    yield 1
    raise error


async def attempt(values):
    try:
        async for value in values:
            print(value)
        print('end')
    except BaseException as error:
        print(repr(error), repr(error.__cause__))
    try:
        print(await anext(values, 'default'), await anext(values))
    except StopAsyncIteration as error:
        print(repr(error))


async def main():
    await attempt(ends())
    await attempt(raises(KeyError('k')))
    await attempt(raises(StopIteration('s')))
    await attempt(raises(StopAsyncIteration('a')))
    await attempt(raises(GeneratorExit))
    try:
        await anext(5)
    except TypeError as error:
        print(error)
    try:
        aiter(5)
    except TypeError as error:
        print(error)


asyncio.run(main())
for source in ('async def f():\n yield 1\n return 2', 'async def f():\n yield from g()', 'async def f():\n await (yield)',
               'async def f(): return (yield)'):
    try:
        compile(source, '<test>', 'exec')
        print('compiles')
    except SyntaxError as error:
        print(error)
