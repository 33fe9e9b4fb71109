import io

stream = io.TextIOWrapper(io.BytesIO(), encoding='latin-1', newline='\n')
stream.write('ä\n')
stream.reconfigure(encoding='utf-8', newline='\r\n')
stream.write('ä\n')
stream.reconfigure(errors='ignore', line_buffering=True)
stream.write('\ud800b\n')
print(stream.buffer.getvalue(), stream.encoding, stream.errors, stream.line_buffering, stream.write_through)
stream = io.TextIOWrapper(io.BytesIO(b'abc\ndef'))
stream.read(1)
for change in dict(encoding='ascii'), dict(newline=None), dict(errors='strict'):
    try:
        stream.reconfigure(**change)
    except io.UnsupportedOperation as error:
        print(error)
stream.reconfigure(line_buffering=True)
for change in dict(encoding=3), dict(newline='x'), dict(line_buffering='x'), dict(encoding='nope'):
    try:
        io.TextIOWrapper(io.BytesIO()).reconfigure(**change)
    except (TypeError, ValueError, LookupError) as error:
        print(type(error).__name__, error)
