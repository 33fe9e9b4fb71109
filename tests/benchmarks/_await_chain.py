"""A chain of `await` of a given depth, for the cases that measure a task's switch through it."""

import asyncio


async def bottom(n):
    for _ in range(n):
        await asyncio.sleep(0)


async def level(depth, n):
    if depth == 0:
        await bottom(n)
    else:
        await level(depth - 1, n)


def chain(depth):
    # So many switches that those to make the chain, and to leave it, don't count.
    n = 50_000
    return lambda: asyncio.run(level(depth - 1, n)), n
