import asyncio
import signal


async def main():
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(0)
    return "not cancelled"


def handler(signum, frame):
    print("handler", signum == signal.SIGINT)


signal.signal(signal.SIGINT, handler)
print(asyncio.run(main()))
print(signal.getsignal(signal.SIGINT) is handler)
