import asyncio
import gc

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context['message'], context['task'].get_name()))


async def wait_for_nobody():
    await loop.create_future()


def lose():
    loop.create_task(wait_for_nobody(), name='lost')
    loop.run_until_complete(asyncio.sleep(0))


lose()
kept = loop.create_task(wait_for_nobody(), name='kept')
kept._log_destroy_pending = False
loop.run_until_complete(asyncio.sleep(0))
gc.collect()
print(sorted(task.get_name() for task in asyncio.all_tasks(loop)))
loop.close()
