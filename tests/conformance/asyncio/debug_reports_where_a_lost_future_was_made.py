import asyncio
import gc


def lose(loop):
    future = loop.create_future()
    future.set_exception(ValueError('lost'))


async def fail():
    raise KeyError('task')


async def main():
    loop = asyncio.get_running_loop()

    def report(loop, context):
        place = [place for place in context['source_traceback'] if place.filename == __file__][-1]
        print(context['message'], repr(context['exception']), place.name, place.line, sorted(context))

    loop.set_exception_handler(report)
    lose(loop)
    gc.collect()
    task = loop.create_task(fail())
    await asyncio.wait([task])
    del task
    gc.collect()
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
