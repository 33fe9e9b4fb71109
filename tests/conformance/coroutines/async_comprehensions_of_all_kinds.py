import inspect


async def numbers(n):
    for i in range(n):
        yield i


async def double(x):
    return 2 * x


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


async def main():
    print([x async for x in numbers(3)], {x async for x in numbers(3)}, {x: await double(x) async for x in numbers(3)})
    print([await double(x) for x in range(3) if await double(x) > 1])
    print([(x, y) async for x in numbers(2) async for y in numbers(2) if x or y])
    print([[y async for y in numbers(x)] async for x in numbers(3)])
    print([[await double(y) for y in range(x)] for x in range(3)])
    lazy = (await double(x) async for x in numbers(3))
    print(type(lazy).__name__, inspect.isasyncgen(lazy), [x async for x in lazy])
    plain = (await double(x) for x in range(2))
    print(type(plain).__name__, [x async for x in plain])
    # Only what comes first is evaluated at once.
    try:
        (x for x in await fail())
    except KeyError as error:
        print(repr(error))
    later = (x for y in range(1) for x in [await fail()])
    print(type(later).__name__)
    try:
        await anext(later)
    except KeyError as error:
        print(repr(error))
    x = 'outer'
    [x async for x in numbers(2)]
    print(x, [last := y async for y in numbers(3)], last)


async def fail():
    raise KeyError('fail')


run(main())
for source in ('def f(): [x async for x in y]', 'def f(): [await x for x in y]', '[x async for x in y]', 'def f(): (x async for x in y)',
               'async def f():\n def g(): return [await x for x in y]', 'async def f(): return [i for i in range(2) if (lambda: await i)]'):
    try:
        compile(source, '<test>', 'exec')
        print('compiles:', source)
    except SyntaxError as error:
        print(error)
