from multiprocessing import BufferTooShort, Pipe
from multiprocessing.connection import wait

receiver, sender = Pipe(duplex=False)
print(receiver.readable, receiver.writable, sender.readable, sender.writable, receiver.closed)


def tell(what, *args):
    try:
        print(what.__name__, what(*args))
    except (OSError, ValueError, EOFError, BufferTooShort) as error:
        print(what.__name__, repr(error))


tell(receiver.send_bytes, b'x')
tell(sender.recv_bytes)
tell(receiver.poll)
sender.send_bytes(b'hello')
tell(receiver.poll)
tell(receiver.recv_bytes)
sender.send_bytes(bytearray(b'abcdef'), 2)
sender.send_bytes(memoryview(b'abcdef'), 2, 3)
sender.send_bytes(b'')
for _ in range(3):
    tell(receiver.recv_bytes, 10)
for arguments in ((b'abc', -1), (b'abc', 4), (b'abc', 0, -1), (b'abc', 2, 2)):
    tell(sender.send_bytes, *arguments)
room = bytearray(6)
for message in (b'12', b'1234567'):
    sender.send_bytes(message)
    tell(receiver.recv_bytes_into, room, 1)
print(room, wait([receiver], 0))
sender.close()
print(wait([receiver]) == [receiver])
tell(receiver.recv_bytes)
tell(sender.send_bytes, b'')
tell(sender.fileno)

with Pipe()[0] as end:
    print(end.readable, end.writable)
print(end.closed)
first, second = Pipe()
first.send_bytes(b'long')
tell(second.recv_bytes, 2)
tell(second.recv_bytes)
