import asyncio
import io


async def inner():
    await asyncio.Event().wait()


async def outer():
    await inner()


async def fail():
    raise ValueError('failed')


def names(task, **limit):
    return [frame.f_code.co_name for frame in task.get_stack(**limit)]


async def main():
    task = asyncio.create_task(outer(), name='named')
    print(names(task))
    await asyncio.sleep(0)
    print(names(task), names(task, limit=1))
    task.cancel()
    failed = asyncio.create_task(fail(), name='failed')
    await asyncio.wait([failed, task])
    print(names(failed), names(task), repr(failed.exception()))
    out = io.StringIO()
    failed.print_stack(file=out)
    print(out.getvalue().splitlines()[-2:])


asyncio.run(main())
