import io

content = b'a\r\nb\rc\n\r\r\n\nlast'
for newline in None, '', '\n', '\r', '\r\n':
    for size in 1, 2, 3, 100:
        file = io.TextIOWrapper(io.BytesIO(content), newline=newline)
        file._CHUNK_SIZE = size
        lines = file.readlines()
        assert ''.join(lines) == content.decode() or newline is None
    print(repr(newline), lines, repr(file.newlines))
    print([io.TextIOWrapper(io.BytesIO(content), newline=newline).readline(n) for n in range(4)])
    out = io.TextIOWrapper(io.BytesIO(), newline=newline)
    out.write('a\nb\r\n')
    out.flush()
    print(out.buffer.getvalue())
