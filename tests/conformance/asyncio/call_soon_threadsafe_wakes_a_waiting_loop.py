import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    threading.Thread(target=lambda: loop.call_soon_threadsafe(future.set_result, 'from a thread')).start()
    print(await future)


asyncio.run(main())
