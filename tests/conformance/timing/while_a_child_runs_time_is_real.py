import asyncio
import os
import subprocess
import time


def begin():
    global start
    start = time.monotonic()


def took(seconds):
    return time.monotonic() - start >= seconds


begin()
child = subprocess.Popen(["sleep", "2"])
time.sleep(0.1)
print(child.poll())
try:
    child.wait(0.1)
except subprocess.TimeoutExpired:
    print("runs still")
print(child.wait(), took(1.9))
# It has ended, and time need not be waited for any more.
time.sleep(1)
print(took(2.9))
begin()
print(os.system("sleep 0.3"), took(0.3))


async def main():
    child = await asyncio.create_subprocess_shell("read line; sleep 0.3; echo got $line", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    begin()
    try:
        await asyncio.wait_for(child.stdout.read(1), 0.1)
    except asyncio.TimeoutError:
        print("no output yet", took(0.1))
    begin()
    print(await child.communicate(b"input\n"), child.returncode, took(0.29))
    await asyncio.sleep(1)
    print(took(1.29))


asyncio.run(main())
