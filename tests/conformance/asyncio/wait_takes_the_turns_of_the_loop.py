import asyncio


async def main():
    loop = asyncio.get_running_loop()
    turn = 0

    def count():
        nonlocal turn
        turn += 1
        if turn < 20:
            loop.call_soon(count)

    for how in asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED:
        turn = 0
        futures = [loop.create_future() for _ in range(3)]
        waiting = asyncio.create_task(asyncio.wait(futures, return_when=how, timeout=10))
        waiting.add_done_callback(lambda task: print('task done in turn', turn))
        loop.call_soon(count)
        for future, value in zip(futures, (1, KeyError('failed'), 3)):
            await asyncio.sleep(0)
            if isinstance(value, Exception):
                future.set_exception(value)
            else:
                future.set_result(value)
        done, pending = await waiting
        print(how, len(done), len(pending), 'in turn', turn)
        for future in futures:
            future.exception()
            print(future._callbacks, end=' ')
        print()


asyncio.run(main())
