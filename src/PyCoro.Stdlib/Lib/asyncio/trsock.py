"""The socket that a transport shows as its extra information 'socket'."""


class TransportSocket:
    """A view of a socket that belongs to a transport: questions are answered, but data flows through the transport only."""

    __slots__ = ('_sock',)

    def __init__(self, sock):
        self._sock = sock

    @property
    def family(self):
        return self._sock.family

    @property
    def type(self):
        return self._sock.type

    @property
    def proto(self):
        return self._sock.proto

    def __repr__(self):
        facts = [f'fd={self.fileno()}', f'family={self.family!s}', f'type={self.type!s}', f'proto={self.proto}']
        if self.fileno() != -1:
            for title, ask in ('laddr', self.getsockname), ('raddr', self.getpeername):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    facts.append(f'{title}={address}')
        return f"<asyncio.TransportSocket {', '.join(facts)}>"

    def __getstate__(self):
        raise TypeError('Cannot serialize asyncio.TransportSocket object')

    def settimeout(self, value):
        if value != 0:
            raise ValueError('settimeout(): only 0 timeout is allowed on transport sockets')

    def setblocking(self, flag):
        if flag:
            raise ValueError('setblocking(): transport sockets cannot be blocking')

    def gettimeout(self):
        return 0


def _answered_by_socket(name):
    def ask(self, *args):
        return getattr(self._sock, name)(*args)

    ask.__name__ = name
    ask.__qualname__ = f'TransportSocket.{name}'
    return ask


for _name in ('dup', 'fileno', 'get_inheritable', 'getpeername', 'getsockbyname', 'getsockname', 'getsockopt', 'setsockopt',
              'shutdown'):
    setattr(TransportSocket, _name, _answered_by_socket(_name))
del _name
