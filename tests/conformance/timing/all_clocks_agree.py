import asyncio
import time

clocks = {
    "monotonic": time.monotonic,
    "perf_counter": time.perf_counter,
    "time": time.time,
    "monotonic_ns": lambda: time.monotonic_ns() / 1e9,
    "perf_counter_ns": lambda: time.perf_counter_ns() / 1e9,
    "time_ns": lambda: time.time_ns() / 1e9,
    "clock_gettime": lambda: time.clock_gettime(time.CLOCK_REALTIME),
    "clock_gettime monotonic": lambda: time.clock_gettime(time.CLOCK_MONOTONIC),
    "localtime": lambda: time.mktime(time.localtime()),
}
before = {name: clock() for name, clock in clocks.items()}
time.sleep(1)
asyncio.run(asyncio.sleep(1))
for name, clock in clocks.items():
    print(name, round(clock() - before[name]))


async def main():
    loop = asyncio.get_running_loop()
    now = loop.time(), time.monotonic()
    await asyncio.sleep(0.5)
    print(round(loop.time() - now[0], 1), round(time.monotonic() - now[1], 1))
    handle = loop.call_later(0.5, print, "called")
    print(round(handle.when() - loop.time(), 1))
    try:
        async with asyncio.timeout_at(loop.time() + 0.7):
            await asyncio.Event().wait()
    except TimeoutError:
        print(round(loop.time() - now[0], 1))


asyncio.run(main())
