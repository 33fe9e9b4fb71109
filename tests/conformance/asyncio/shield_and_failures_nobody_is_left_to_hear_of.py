import asyncio
import gc


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('reported:', context['message'], repr(context['exception'])))
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    print(len(inner._callbacks), len(outer._callbacks), [callback.__qualname__ for callback, _ in inner._callbacks + outer._callbacks])
    outer.cancel('left')
    await asyncio.sleep(0)
    print(inner._callbacks, outer.cancelled(), inner.done())
    inner.set_exception(KeyError('lost'))
    del inner, outer
    gc.collect()

    # Left in the same turn in which the inner one fails: that is not reported.
    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.set_exception(KeyError('too late'))
    outer.cancel()
    await asyncio.sleep(0)
    del inner, outer
    gc.collect()

    inner = loop.create_future()
    outer = asyncio.shield(inner)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('inner cancelled', outer.cancelled())
    done = loop.create_future()
    done.set_result(1)
    print(asyncio.shield(done) is done)


asyncio.run(main())
