import asyncio
import inspect


async def after(delay, value):
    await asyncio.sleep(delay)
    if isinstance(value, Exception):
        raise value
    return value


async def main():
    iterator = asyncio.as_completed([after(0.03, 'c'), after(0.01, KeyError('a')), after(0.02, 'b')], timeout=1)
    print(inspect.isgenerator(iterator))
    first = next(iterator)
    print(inspect.iscoroutine(first), first.__qualname__)
    try:
        await first
    except KeyError as error:
        print(repr(error))
    # They may be awaited out of order: each takes what comes next.
    second, third = iterator
    third = asyncio.create_task(third)
    await asyncio.sleep(0)
    second = asyncio.create_task(second)
    print(await second, await third)
    print(list(asyncio.as_completed([])))
    same = asyncio.create_task(after(0, 'same'))
    for each in asyncio.as_completed([same, same]):
        print(await each)
    for wrong in (same, 5):
        try:
            next(asyncio.as_completed(wrong))
        except TypeError as error:
            print(error)


asyncio.run(main())
