import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    for sock in a, b:
        sock.setblocking(False)
    seen = asyncio.Queue()
    print(loop.remove_reader(a), loop.remove_writer(a))
    print(loop.add_reader(a, lambda: seen.put_nowait(a.recv(10))))
    print(loop.add_writer(a, seen.put_nowait, 'writable'))
    print(await seen.get())
    print(loop.remove_writer(a), loop.remove_writer(a))
    while not seen.empty():
        seen.get_nowait()
    b.send(b'first')
    print(await seen.get())
    loop.add_reader(a.fileno(), lambda: seen.put_nowait(a.recv(10)[::-1]))
    b.send(b'second')
    print(await seen.get())
    print(loop.remove_reader(a), loop.remove_reader(a.fileno()))
    for wrong in 'text', object(), None:
        try:
            loop.add_reader(wrong, print)
        except ValueError as error:
            print(str(error).partition(':')[0])
    transport, _ = await loop.create_connection(asyncio.Protocol, sock=b)
    for method in loop.add_reader, loop.add_writer:
        try:
            method(b, print)
        except RuntimeError as error:
            print(str(error).partition(' used by ')[2].partition(' fd=')[0])
    transport.close()
    await asyncio.sleep(0)
    a.close()



asyncio.run(main())
loop = asyncio.new_event_loop()
loop.close()
for method in loop.add_reader, loop.add_writer:
    try:
        method(0, print)
    except RuntimeError as error:
        print(error)
print(loop.remove_reader(0), loop.remove_writer(0))
