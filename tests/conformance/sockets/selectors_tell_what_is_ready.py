import selectors
import socket

for cls in (selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector):
    first, second = socket.socketpair()
    with cls() as selector, first, second:
        selector.register(first, selectors.EVENT_READ, "first")
        selector.register(second, selectors.EVENT_WRITE, "second")
        print(cls.__name__, [(key.data, events) for key, events in selector.select(0)])
        second.send(b"x")
        print(sorted((key.data, events) for key, events in selector.select()))
        selector.modify(second, selectors.EVENT_READ, "changed")
        print([(key.data, events) for key, events in selector.select(0.01)], selector.get_key(second).data, len(selector.get_map()))
        for call in (
            lambda: selector.register(first, 1), lambda: selector.register(first, 0), lambda: selector.register("x", 1),
            lambda: selector.unregister(99),
        ):
            try:
                call()
            except (KeyError, ValueError) as error:
                print(type(error).__name__)
        selector.unregister(first)
    print(selector.get_map())
