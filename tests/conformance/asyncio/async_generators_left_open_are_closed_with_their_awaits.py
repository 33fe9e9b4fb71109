import asyncio


async def numbers(name):
    try:
        for i in range(3):
            yield i
            await asyncio.sleep(0)
    finally:
        await asyncio.sleep(0)
        print('closed', name)


async def bad():
    try:
        yield 1
    finally:
        raise KeyError('cleanup')


async def main():
    loop = asyncio.get_running_loop()

    def report(loop, context):
        print(context['message'].split(' <')[0], repr(context['exception']), type(context['asyncgen']).__name__)

    loop.set_exception_handler(report)
    kept = [numbers('one'), bad(), numbers('never begun'), numbers('ended')]
    print(await anext(kept[0]), await anext(kept[1]), [i async for i in kept[3]])
    async for i in numbers('left by break'):
        break
    await asyncio.sleep(0.01)
    await loop.shutdown_asyncgens()
    print('shut down')
    for each in kept:
        print(await anext(each, 'closed'))
    return kept


asyncio.run(main())
