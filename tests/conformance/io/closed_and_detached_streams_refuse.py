import io


def tell(what, action):
    try:
        print(what, action())
    except (ValueError, OSError) as error:
        print(what, type(error).__name__, error)


for stream in (io.BufferedReader(io.BytesIO()), io.BufferedWriter(io.BytesIO()), io.BufferedRandom(io.BytesIO()),
               io.TextIOWrapper(io.BytesIO()), io.BytesIO(), io.StringIO()):
    print(type(stream).__name__)
    stream.close()
    stream.close()
    for name in 'read', 'readline', 'flush', 'tell', 'isatty', 'readable', 'seekable', 'detach', 'fileno', '__enter__', 'readlines':
        tell(name, getattr(stream, name))
    tell('write', lambda: stream.write('' if isinstance(stream, io.TextIOBase) else b''))
    tell('seek', lambda: stream.seek(0))
    tell('truncate', lambda: stream.truncate())
for stream in io.BufferedReader(io.BytesIO()), io.TextIOWrapper(io.BytesIO()):
    stream.detach()
    tell('read', stream.read)
    tell('close', stream.close)
    tell('closed', lambda: stream.closed)
    print(repr(stream))
