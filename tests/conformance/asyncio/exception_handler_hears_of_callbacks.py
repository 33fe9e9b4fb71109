import asyncio


def handler(loop, context):
    print(sorted(context), context['message'].partition(' at ')[0], repr(context['exception']))


def fail():
    raise ValueError('in a callback')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(fail)
    await asyncio.sleep(0)
    loop.call_exception_handler({'message': 'by hand', 'exception': None})
    try:
        loop.set_exception_handler(3)
    except TypeError as error:
        print(error)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())


asyncio.run(main())
