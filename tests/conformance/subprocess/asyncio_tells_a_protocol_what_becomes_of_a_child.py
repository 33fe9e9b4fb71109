import asyncio


class Reporter(asyncio.SubprocessProtocol):
    def __init__(self, ended):
        self.ended = ended
        self.seen = {1: b"", 2: b""}

    def connection_made(self, transport):
        self.transport = transport
        print("made", [transport.get_pipe_transport(fd) is not None for fd in range(3)])

    def pipe_data_received(self, fd, data):
        self.seen[fd] += data

    def pipe_connection_lost(self, fd, exc):
        self.seen[fd, "lost"] = exc

    def process_exited(self):
        print("exited", self.transport.get_returncode())

    def connection_lost(self, exc):
        print("lost", exc)
        self.ended.set_result(self.seen)


async def main():
    loop = asyncio.get_running_loop()
    ended = loop.create_future()
    transport, protocol = await loop.subprocess_shell(lambda: Reporter(ended), "echo out; echo err >&2; cat >&2; exit 6")
    pipe = transport.get_pipe_transport(0)
    pipe.writelines([b"a", b"b", b"c"])
    pipe.write_eof()
    seen = await ended
    print(seen[1], seen[2], sorted(key[0] for key in seen if isinstance(key, tuple)))
    print(transport.get_returncode(), transport.get_protocol(), transport.is_closing())
    transport.close()
    print(transport.is_closing())


asyncio.run(main())
