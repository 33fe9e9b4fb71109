from asyncio import *
import asyncio

print(sorted(name for name in asyncio.__all__ if name not in ('coroutine',)))
print(all(name in globals() for name in asyncio.__all__))
print(Protocol is asyncio.Protocol, StreamReader.__name__, asyncio.transports.Transport is Transport)
