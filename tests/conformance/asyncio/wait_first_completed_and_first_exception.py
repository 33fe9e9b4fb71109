import asyncio
async def job(delay, fails=False):
    await asyncio.sleep(delay)
    if fails:
        raise ValueError(delay)
    return delay
async def main():
    tasks = [asyncio.create_task(job(d), name=f"job {d}") for d in (0.15, 0.05, 0.1)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(pending)
    print(sorted(t.result() for t in done), pending)
    tasks = [asyncio.create_task(job(0.1)), asyncio.create_task(job(0.05, True)), asyncio.create_task(job(0))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), [repr(t.exception()) for t in done if t.exception()])
    await asyncio.wait(pending)
    task = asyncio.create_task(job(10))
    done, pending = await asyncio.wait({task}, timeout=0.05)
    print(done, len(pending), task.done())
    task.cancel()
    for bad in ([], task, 5):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    try:
        await asyncio.wait([task], return_when="SOMETIMES")
    except ValueError as error:
        print(error)
asyncio.run(main())
