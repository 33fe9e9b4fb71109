import struct

room = bytearray(b"." * 12)
struct.pack_into("<hxb", room, 2, 1, -2)
print(room)
struct.pack_into(">H", memoryview(room), -2, 258)
print(room, struct.unpack_from("<h", room, offset=2), struct.unpack_from(">H", room, -2))
for args in ((), (room,), (room, 0), (room, 11, 1), (room, -1, 1), (room, -13, 1), (room, "0", 1), (b"1234", 0, 1)):
    try:
        struct.pack_into("h", *args)
    except (TypeError, struct.error) as error:
        print(type(error).__name__, error)


class Shrinks:
    def __index__(self):
        room.clear()


try:
    struct.pack_into("h", room, 0, Shrinks())
except BufferError as error:
    print(error, len(room))
