import asyncio

for kind in (asyncio.BaseProtocol, asyncio.Protocol, asyncio.BufferedProtocol, asyncio.DatagramProtocol, asyncio.SubprocessProtocol):
    print(kind.__name__, kind.__mro__[1].__name__, sorted(name for name in dir(kind) if name[0] != '_'), hasattr(kind(), '__dict__'))
print(asyncio.Protocol().eof_received(), asyncio.Protocol().data_received(b''))
