import asyncio
from asyncio.subprocess import DEVNULL, PIPE, STDOUT


async def main():
    child = await asyncio.create_subprocess_shell(
        "echo one; echo two >&2; read line; echo got $line; exit 3", stdin=PIPE, stdout=PIPE, stderr=STDOUT)
    print(await child.stdout.readline(), await child.stdout.readline(), child.returncode, child.stderr)
    child.stdin.write(b"input\n")
    await child.stdin.drain()
    async for line in child.stdout:
        print(line)
    print(await child.wait(), child.returncode)
    child.stdin.close()

    child = await asyncio.create_subprocess_exec("cat", stdin=DEVNULL, stdout=PIPE)
    print(await child.communicate(), child.stdin)


asyncio.run(main())
