import asyncio
import os
import subprocess
import time

start = time.monotonic()


def log(*what):
    # A child takes a little longer than it says; seconds are coarse enough.
    print(round(time.monotonic() - start), *what)


child = subprocess.Popen(["sleep", "1.2"])
time.sleep(0.2)
log(child.poll())
try:
    child.wait(0.1)
except subprocess.TimeoutExpired:
    log("runs still")
log(child.wait())
# It has ended, and time need not be waited for any more.
time.sleep(3)
log("slept")
os.system("sleep 0.9")
log("shell")


async def main():
    child = await asyncio.create_subprocess_shell("read line; sleep 0.8; echo got $line", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        await asyncio.wait_for(child.stdout.read(1), 0.2)
    except asyncio.TimeoutError:
        log("no output yet")
    log(await child.communicate(b"input\n"), child.returncode)
    await asyncio.sleep(3)
    log("end")


asyncio.run(main())
