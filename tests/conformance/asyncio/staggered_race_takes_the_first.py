import asyncio
from asyncio import staggered


async def attempt(name, delay, fails):
    print('start', name)
    await asyncio.sleep(delay)
    if fails:
        raise OSError(name)
    return name


async def main():
    result = await staggered.staggered_race(
        (lambda args=args: attempt(*args) for args in (('a', 0.05, True), ('b', 0.2, False), ('c', 0.01, False))), 0.1)
    print(result)
    print(await staggered.staggered_race([lambda: attempt('x', 0, True), lambda: attempt('y', 0, True)], None))


asyncio.run(main())
