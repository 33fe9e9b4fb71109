import asyncio
import signal


async def main():
    for end in ("terminate", "kill"):
        child = await asyncio.create_subprocess_exec("sleep", "60")
        print(repr(child) == f"<Process {child.pid}>", child.returncode)
        getattr(child, end)()
        print(end, await child.wait())
        try:
            getattr(child, end)()
        except ProcessLookupError as error:
            print(repr(error))

    child = await asyncio.create_subprocess_exec("sleep", "60")
    child.send_signal(signal.SIGINT)
    print(await child.wait())
    child = await asyncio.create_subprocess_exec("sleep", "60")
    waiting = [asyncio.create_task(child.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    child.kill()
    print(await asyncio.gather(*waiting, return_exceptions=True))


asyncio.run(main())
