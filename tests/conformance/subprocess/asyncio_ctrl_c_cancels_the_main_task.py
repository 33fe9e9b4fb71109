import signal
import subprocess
import sys

program = """
import asyncio, os, sys

async def main():
    if sys.argv[1] == "selector":
        asyncio.get_running_loop().add_reader(os.pipe()[0], print)
    if sys.argv[1] == "child":
        child = await asyncio.create_subprocess_exec("sleep", "60")
    print("waiting", flush=True)
    try:
        if sys.argv[1] == "child":
            await child.wait()
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled")
        if sys.argv[1] == "child":
            child.kill()
            print(await child.wait())
        raise

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
"""
for how in ("timer", "selector", "child"):
    with subprocess.Popen([sys.executable, "-c", program, how], stdout=subprocess.PIPE, text=True) as child:
        print(how, child.stdout.readline().strip())
        child.send_signal(signal.SIGINT)
        print(child.stdout.read().split())
    print(child.returncode)
