import asyncio


async def main():
    child = await asyncio.create_subprocess_exec("sleep", "60", stdout=asyncio.subprocess.PIPE)
    try:
        await asyncio.wait_for(child.communicate(), 0.1)
    except asyncio.TimeoutError:
        print("timeout", child.returncode)
    child.kill()
    print(await child.wait())

    # A child that reads nothing of much input is no error.
    child = await asyncio.create_subprocess_exec("true", stdin=asyncio.subprocess.PIPE)
    print(await child.communicate(b"x" * 1_000_000), child.returncode)


asyncio.run(main())
