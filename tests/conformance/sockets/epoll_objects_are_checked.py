import select

epoll = select.epoll()
for call in (
    lambda: select.epoll(-2), lambda: select.epoll(5, 5), lambda: epoll.register("a"), lambda: epoll.poll(0, 0), lambda: epoll.poll("a"),
    lambda: epoll.poll(0), lambda: epoll.close(), lambda: epoll.poll(0), lambda: epoll.fileno(), lambda: epoll.closed,
    lambda: select.poll().register(0, -1), lambda: select.poll().register(0, 1 << 20), lambda: select.poll().modify(99, 1),
    lambda: select.select([], [], [], -1), lambda: select.select([], [], [], "a"), lambda: select.select(1, [], [], 0),
    lambda: select.select([9999], [], [], 0),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
