import io
import os

read, write = os.pipe()
os.set_blocking(read, False)
os.set_blocking(write, False)
reader = open(read, 'rb')
print(reader.read(), reader.read(3), reader.raw.read(4), reader.raw.readinto(bytearray(2)))
writer = open(write, 'wb')
size = 0
try:
    while True:
        size += writer.write(b'x' * 4096)
except BlockingIOError as error:
    print(type(error).__name__, error, error.errno, error.characters_written < 4096)
print(size > 8192, reader.read(4096) == b'x' * 4096)
reader.close()
try:
    writer.close()
except BrokenPipeError as error:
    print(error)
print(writer.closed)
