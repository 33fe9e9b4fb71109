import asyncio
import io
import re


async def deep(number):
    if number:
        await deep(number - 1)
    else:
        await asyncio.get_running_loop().create_future()


async def fail(number):
    if number:
        await fail(number - 1)
    raise ValueError('failed')


def show(task, **options):
    out = io.StringIO()
    task.print_stack(file=out, **options)
    print(re.sub(r'<Task .*>', '<Task>', out.getvalue()), end='')


async def main():
    waiting = asyncio.create_task(deep(2))
    show(waiting)
    await asyncio.sleep(0)
    show(waiting)
    waiting.cancel()
    failed = asyncio.create_task(fail(2))
    await asyncio.wait([waiting, failed])
    show(failed)
    show(failed, limit=2)
    show(failed, limit=0)
    print(len(failed.get_stack()), len(failed.get_stack(limit=2)), [frame.f_lineno for frame in failed.get_stack(limit=1)])
    show(waiting, limit=1)
    ended = asyncio.create_task(asyncio.sleep(0))
    await ended
    show(ended)
    print(failed.exception())


asyncio.run(main())
