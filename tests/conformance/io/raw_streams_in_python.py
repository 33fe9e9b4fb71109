# A raw stream written in Python below the buffered and text layers.
import io


class Source(io.RawIOBase):
    def __init__(self, *pieces):
        self.pieces = list(pieces)

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.pieces:
            return 0
        piece = self.pieces.pop(0)
        buffer[:len(piece)] = piece
        return len(piece)


class Sink(io.RawIOBase):
    def __init__(self):
        self.got = []

    def writable(self):
        return True

    def write(self, data):
        self.got.append(bytes(data))
        return len(data)


print(Source(b'ab', b'c').read(), Source(b'ab', b'c').read(2), list(Source(b'x\ny')), Source(b'q').readline())
print(io.BufferedReader(Source(b'hello ', b'world\n', b'next')).readline())
print(io.TextIOWrapper(io.BufferedReader(Source(b'\xc3', b'\xa4\n', b'z')), encoding='utf-8').readlines())
sink = Sink()
with io.TextIOWrapper(io.BufferedWriter(sink), encoding='utf-8') as text:
    print('ä', 1, file=text)
print(sink.got, sink.closed)
for call in (lambda: Source().fileno(), lambda: Source().seek(0), lambda: io.BufferedWriter(Source()), lambda: Source().write(b''),
             lambda: io.IOBase().read(), lambda: io.BufferedIOBase().read(), lambda: io.TextIOBase().write('')):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(isinstance(sink, io.IOBase), isinstance(io.BytesIO(), io.BufferedIOBase), issubclass(io.FileIO, io.RawIOBase), io.UnsupportedOperation.__mro__)
