import asyncio
import sys


async def double(number):
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "print(int(input()) * 2)", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    output, errors = await child.communicate(b"%d\n" % number)
    return int(output), errors, child.returncode, await child.wait()


async def main():
    for result in await asyncio.gather(*map(double, range(3))):
        print(result)


asyncio.run(main())
