import asyncio
class M:
    def __init__(self, name): self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.name)
        return self
    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0)
        print("exit", self.name, repr(value))
        return kind is KeyError
async def main():
    async with M("a") as a, M("b"):
        print(a.name)
    async with M("c"):
        raise KeyError("swallowed")
    try:
        async with 5: pass
    except TypeError as error:
        print(error)
asyncio.run(main())
