import asyncio
class Countdown:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        await asyncio.sleep(0)
        self.n -= 1
        return self.n
class BadIter:
    def __aiter__(self): return 5
class BadNext:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def main():
    async for x in Countdown(3):
        print(x)
    print([x async for x in Countdown(2)])
    for bad in (BadIter(), BadNext()):
        try:
            async for x in bad: pass
        except TypeError as error:
            print(error)
    print(aiter(Countdown(1)).n)
asyncio.run(main())
