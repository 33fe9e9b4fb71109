import asyncio
import contextvars

variable = contextvars.ContextVar('variable', default='none')


async def main():
    loop = asyncio.get_running_loop()
    own = contextvars.copy_context()
    own.run(variable.set, 'own')
    variable.set('main')

    async def look(name):
        print(name, variable.get())
        variable.set(name)
        await asyncio.sleep(0)
        print(name, variable.get())

    await asyncio.create_task(look('task'))
    print(variable.get())
    await asyncio.create_task(look('given'), context=own)
    print(variable.get(), own[variable])
    # What is awaited directly shares the context.
    await look('awaited')
    print(variable.get())
    loop.call_soon(lambda: print('soon', variable.get()))
    loop.call_later(0.01, lambda: print('later', variable.get()))
    loop.call_soon(lambda: print('given', variable.get()), context=own)
    future = loop.create_future()
    future.add_done_callback(lambda future: print('done', variable.get()))
    future.add_done_callback(lambda future: print('done given', variable.get()), context=own)
    variable.set('afterwards')
    future.set_result(None)
    await asyncio.sleep(0.02)
    print(await asyncio.to_thread(variable.get), await loop.run_in_executor(None, variable.get))
    async with asyncio.TaskGroup() as group:
        group.create_task(look('group'), context=own)
    await asyncio.gather(look('gather 1'), look('gather 2'))
    await asyncio.wait_for(look('wait_for'), 1)
    print(variable.get())


asyncio.run(main())
