import asyncio


async def work():
    return 'done'


async def main():
    loop = asyncio.get_running_loop()

    def refuse(loop, coroutine, **options):
        raise RuntimeError(f'no task for {coroutine.__name__}, {sorted(options)}')

    loop.set_task_factory(refuse)
    coroutine = work()
    for make in (loop.create_task, asyncio.create_task, asyncio.ensure_future, asyncio.gather, asyncio.shield):
        try:
            make(coroutine)
        except RuntimeError as error:
            print(make.__name__, error)
    try:
        await asyncio.wait_for(work(), 1)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(coroutine)
    except* RuntimeError as errors:
        print(errors.exceptions)
    coroutine.close()

    class Named:
        """Knows no set_name()."""

        def __init__(self, future):
            self.future = future

        def done(self):
            return False

        def add_done_callback(self, callback):
            print('callback added')

    loop.set_task_factory(lambda loop, coroutine: coroutine.close() or Named(coroutine))
    print(type(loop.create_task(work(), name='x')).__name__)
    print(type(asyncio.create_task(work())).__name__)
    loop.set_task_factory(None)
    print(loop.get_task_factory(), await asyncio.create_task(work(), name=5), asyncio.create_task(work(), name=5).get_name())


asyncio.run(main())
