import asyncio
import asyncio.base_events

loop = asyncio.base_events.BaseEventLoop()
for name, args in (('_make_socket_transport', 2), ('_make_datagram_transport', 2), ('_make_read_pipe_transport', 2),
                   ('_write_to_self', 0), ('_process_events', 1)):
    try:
        getattr(loop, name)(*[None] * args)
    except NotImplementedError:
        print(name)
