# expectation: CPython fails with RecursionError at this depth; here a task resumes the innermost coroutine directly.
import asyncio
async def bottom():
    for _ in range(3):
        await asyncio.sleep(0)
    return "bottom"
async def link(inner):
    return await inner
async def main():
    c = bottom()
    for _ in range(100_000):
        c = link(c)
    return await c
print(asyncio.run(main()))
