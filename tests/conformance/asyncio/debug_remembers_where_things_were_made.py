import asyncio


def place(thing):
    entry = thing._source_traceback[-1]
    return entry.lineno, entry.name


async def main():
    loop = asyncio.get_running_loop()
    print(place(asyncio.Future()))
    print(place(loop.call_soon(print)))
    print(place(asyncio.Handle(print, (), loop)))
    loop.set_debug(False)
    print(asyncio.Future()._source_traceback, loop.call_soon(int)._source_traceback)


asyncio.run(main(), debug=True)
