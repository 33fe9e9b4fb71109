import io


class Raw(io.RawIOBase):
    def __init__(self, pieces):
        self.pieces = list(pieces)

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buffer):
        if not self.pieces:
            return 0
        piece = self.pieces.pop(0)
        if piece is None:
            return None
        buffer[:len(piece)] = piece
        return len(piece)

    def write(self, data):
        print('write', bytes(data))
        return min(3, len(data))


reader = io.BufferedReader(Raw([b'ab', b'cd\nef', None, b'g', b'']))
print(reader.read(1), reader.peek(), reader.readline(), reader.read1(), reader.read(5), reader.read(5), reader.read())
reader = io.BufferedReader(Raw([None, b'abcdef', None]))
print(reader.read(3), reader.read(4), reader.read(9), reader.read())
target = bytearray(4)
reader = io.BufferedReader(Raw([b'abc', b'defgh']))
print(reader.readinto1(target), target, reader.readinto(target), target)
writer = io.BufferedWriter(Raw([]), 4)
print(writer.write(b'ab'), writer.write(b'cd'), writer.write(b'efghijk'))
writer.close()
print(writer.closed, writer.raw.closed)
pair = io.BufferedRWPair(Raw([b'xyz']), Raw([]))
print(pair.read(2), pair.write(b'uv'), pair.peek())
pair.close()
