import asyncio


async def main():
    loop = asyncio.new_event_loop()
    coro = asyncio.sleep(0)
    for act in (lambda: loop.run_until_complete(coro), loop.run_forever, asyncio.get_running_loop().run_forever):
        try:
            act()
        except RuntimeError as error:
            print(error)
    coro.close()
    loop.close()
    try:
        asyncio.get_running_loop().close()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
