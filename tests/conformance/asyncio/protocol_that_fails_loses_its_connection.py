import asyncio
import socket


class Failing(asyncio.Protocol):
    def data_received(self, data):
        raise LookupError(data)

    def connection_lost(self, exc):
        print('lost', repr(exc))


class FailingAtTheEnd(asyncio.Protocol):
    def eof_received(self):
        raise LookupError('end')

    def connection_lost(self, exc):
        print('lost', repr(exc))


class NoBuffer(asyncio.BufferedProtocol):
    def get_buffer(self, sizehint):
        return bytearray()

    def connection_lost(self, exc):
        print('lost', repr(exc))


class FailingBuffer(NoBuffer):
    def get_buffer(self, sizehint):
        return bytearray(10)

    def buffer_updated(self, nbytes):
        raise LookupError(nbytes)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(
        context['message'], repr(context['exception']), type(context['transport']).__name__, type(context['protocol']).__name__))
    for protocol in Failing, FailingAtTheEnd, NoBuffer, FailingBuffer:
        ours, theirs = socket.socketpair()
        transport, _ = await loop.create_connection(protocol, sock=ours)
        if protocol is FailingAtTheEnd:
            theirs.shutdown(socket.SHUT_WR)
        else:
            theirs.send(b'data')
        await asyncio.sleep(0.01)
        print(transport.is_closing())
        theirs.close()


asyncio.run(main())
