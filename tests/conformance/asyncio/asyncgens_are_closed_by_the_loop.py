import asyncio


async def numbers(name):
    try:
        for i in range(10):
            yield i
    finally:
        await asyncio.sleep(0)
        print('closed', name)


async def main():
    closed_by_hand = numbers('a')
    print(await closed_by_hand.__anext__())
    await closed_by_hand.aclose()
    left = numbers('b')
    print(await left.__anext__(), await left.__anext__())
    await asyncio.get_running_loop().shutdown_asyncgens()
    print('shut down')
    try:
        print(await left.__anext__())
    except StopAsyncIteration:
        print('nothing more')
    global kept
    kept = numbers('c')
    print(await kept.__anext__())


asyncio.run(main())
