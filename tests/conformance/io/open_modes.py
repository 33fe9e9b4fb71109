# open(): modes, layers and refusals.
import io
import os

name = f'/tmp/pycoro-io-{os.getpid()}'
with open(name, 'w', encoding='utf-8') as file:
    print(type(file).__name__, type(file.buffer).__name__, type(file.buffer.raw).__name__, file.mode, file.write('ä1\nline2\n'), file.tell())
with open(name, encoding='utf-8') as file:
    print(repr(file.readline()), file.tell(), file.readline(), file.seek(2), file.read(3), file.readable(), file.writable(), file.seekable())
with open(name, 'rb') as file:
    print(type(file), file.read(3), file.tell(), file.peek()[:3], file.read1(2), file.mode, file.raw.mode)
with open(name, 'rb', buffering=0) as file:
    print(type(file), file.read(2), file.readall(), file.closefd)
with open(name, 'r+b') as file:
    print(type(file), file.read(1), file.seek(0, 2), file.write(b'end'), file.seek(0), len(file.read()), file.truncate(2))
with open(name, 'a+') as file:
    print(file.tell(), file.write('z'), file.tell())
with open(name, 'rb') as file:
    print(file.read())
fd = os.open(name, os.O_RDONLY)
with open(fd, 'rb', closefd=False) as file:
    print(file.name == fd, file.read(1))
print(os.lseek(fd, 0, 0))
os.close(fd)
with open('opened', opener=lambda path, flags: os.open(name, flags)) as file:
    print(file.name, repr(file))
for arguments in ('/nonexistent',), ('/',), (name, 'rz'), (name, 'rw'), (name, 'rbt'), (name, 'rb', 1, 'utf8'), (name, 'r', 0), ([],), (-1,), ('a\0',):
    try:
        open(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
try:
    open(name, 'x')
except FileExistsError as error:
    print(error.errno)
with open(name) as file:
    try:
        file.write('x')
    except io.UnsupportedOperation as error:
        print(error)
try:
    file.read()
except ValueError as error:
    print(error)
os.remove(name)
