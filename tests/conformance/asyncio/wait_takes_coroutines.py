# expectation: 3.11 refuses coroutines in wait(); like 3.10 we wrap them in tasks (docs/differences.md).
# stderr: ignored
import asyncio
async def f(x):
    await asyncio.sleep(0)
    return x
async def main():
    done, pending = await asyncio.wait([f(1), f(2)])
    print(sorted(t.result() for t in done), pending)
asyncio.run(main())
