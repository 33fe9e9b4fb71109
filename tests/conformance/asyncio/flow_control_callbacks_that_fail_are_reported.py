import asyncio
import socket


class Failing(asyncio.Protocol):
    def pause_writing(self):
        raise LookupError('pause')

    def resume_writing(self):
        raise LookupError('resume')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(
        sorted(context), context['message'], repr(context['exception'])))
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    transport, _ = await loop.create_connection(Failing, sock=ours)
    size = 2_000_000
    transport.write(bytes(size))
    while size:
        size -= len(await loop.sock_recv(theirs, 1 << 20))
    await asyncio.sleep(0.01)
    print(transport.is_closing())
    transport.close()
    theirs.close()
    await asyncio.sleep(0)


asyncio.run(main())
