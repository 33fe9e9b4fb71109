import asyncio
import contextlib


@contextlib.contextmanager
def plain(name):
    print("enter", name)
    try:
        yield name
    finally:
        print("exit", name)


@contextlib.asynccontextmanager
async def swallowing(name):
    await asyncio.sleep(0)
    try:
        yield name
    except ValueError as error:
        print(name, "swallows", repr(error))


async def callback(*args, **keywords):
    print("callback", args, keywords)


async def leaves(kind, error, trace):
    print("leaves", kind and kind.__name__)
    return False


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


async def main():
    async with contextlib.AsyncExitStack() as stack:
        stack.callback(print, "first pushed, last called")
        stack.push_async_callback(callback, 1, key=2)
        stack.push_async_exit(leaves)
        print(await stack.enter_async_context(swallowing("outer")))
        print(stack.enter_context(plain("inner")))
        stack.push_async_exit(leaves)
        for enter in stack.enter_context, stack.enter_async_context:
            try:
                entered = enter(5)
                await entered
            except TypeError as error:
                print(error)
        raise ValueError("of the body")
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(callback, "moved")
        moved = stack.pop_all()
    print("nothing was left")
    await moved.aclose()
    try:
        async with contextlib.AsyncExitStack() as stack:
            stack.callback(lambda: 1 / 0)
            stack.push_async_callback(callback, "before the failure")
            raise KeyError("first")
    except ZeroDivisionError as error:
        print(repr(error), repr(error.__context__))
    async with contextlib.aclosing(numbers()) as items:
        async for item in items:
            print(item)
            break
    async with contextlib.nullcontext("nothing") as nothing:
        print(nothing)


asyncio.run(main())
