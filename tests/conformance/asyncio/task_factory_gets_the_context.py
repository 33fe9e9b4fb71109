import asyncio
import contextvars

var = contextvars.ContextVar('var', default=0)


def factory(loop, coro, context=None):
    print('factory', context is not None)
    return asyncio.Task(coro, loop=loop, context=context)


async def show():
    return var.get()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    context = contextvars.copy_context()
    context.run(var.set, 7)
    print(await loop.create_task(show(), context=context), await asyncio.create_task(show(), name='x'))
    try:
        loop.set_task_factory('no')
    except TypeError as error:
        print(error)


asyncio.run(main())
