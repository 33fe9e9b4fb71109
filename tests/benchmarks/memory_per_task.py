# How much a process grows for a task that waits for a future: its largest size, shared out among 200,000 tasks.
import asyncio

N = 200_000


def largest():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))


async def worker(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    before = largest()
    futures = [loop.create_future() for _ in range(N)]
    tasks = [loop.create_task(worker(future)) for future in futures]
    await asyncio.sleep(0)
    print("bytes_per_task", (largest() - before) / N)
    for future in futures:
        future.set_result(None)
    await asyncio.gather(*tasks)


asyncio.run(main())
