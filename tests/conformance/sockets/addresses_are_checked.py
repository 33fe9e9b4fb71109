import socket

with socket.socket() as inet, socket.socket(socket.AF_UNIX) as unix:
    for sock, address in (
        (inet, 5), (inet, ("a",)), (inet, (5, 5)), (inet, ("127.0.0.1", 70000)), (inet, ("127.0.0.1", "x")),
        (unix, 5), (unix, "x" * 200),
    ):
        try:
            sock.bind(address)
        except (TypeError, OverflowError, OSError) as error:
            print(type(error).__name__, error)
    inet.bind(("", 0))
    print(inet.getsockname()[0], repr(unix.getsockname()))
