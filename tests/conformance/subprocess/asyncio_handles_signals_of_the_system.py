import subprocess
import sys

program = """
import asyncio, signal

async def main():
    loop = asyncio.get_running_loop()
    came = asyncio.Queue()
    for name in ("SIGINT", "SIGTERM", "SIGUSR1"):
        loop.add_signal_handler(getattr(signal, name), came.put_nowait, name)
    for _ in range(3):
        print("waiting", flush=True)
        print(await came.get(), flush=True)
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM), came.qsize())

asyncio.run(main())
"""
with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as child:
    for number in (2, 15, 10):
        print(child.stdout.readline().strip(), end=" ")
        child.send_signal(number)
        print(child.stdout.readline().strip())
    print(child.stdout.read())
print(child.returncode)
