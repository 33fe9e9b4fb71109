import asyncio


async def fail(error, delay=0):
    try:
        await asyncio.sleep(delay)
    finally:
        raise error


def show(error, depth=0):
    print('  ' * depth + repr(error))
    for each in getattr(error, 'exceptions', ()):
        show(each, depth + 1)


async def attempt(body):
    try:
        async with asyncio.TaskGroup() as group:
            await body(group)
    except BaseException as error:
        show(error)
        print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
    print(group, asyncio.current_task().cancelling())


async def main():
    async def block_fails(group):
        group.create_task(fail(KeyError(1), 10))
        await asyncio.sleep(0)
        raise ValueError('block')

    async def nested(group):
        group.create_task(attempt_inside())
        await asyncio.sleep(10)

    async def attempt_inside():
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(OSError('deep')))

    async def exits(group):
        group.create_task(fail(SystemExit(3)))
        await asyncio.sleep(10)

    async def split(group):
        group.create_task(fail(TypeError('t')))
        group.create_task(fail(KeyError('k')))

    await attempt(block_fails)
    await attempt(nested)
    try:
        async with asyncio.TaskGroup() as group:
            await split(group)
    except* TypeError as caught:
        show(caught)
    except* KeyError as caught:
        show(caught)
    await attempt(exits)

try:
    asyncio.run(main())
except SystemExit as error:
    print('exit', error)
