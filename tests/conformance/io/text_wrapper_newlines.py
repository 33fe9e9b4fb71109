# Newline rules of TextIOWrapper, reading and writing.
import io

for newline in None, '', '\n', '\r', '\r\n':
    text = io.TextIOWrapper(io.BytesIO(b'a\r\nb\rc\nd'), encoding='utf-8', newline=newline)
    print(repr(newline), list(text), text.seek(0), repr(text.read()))
    out = io.BytesIO()
    text = io.TextIOWrapper(out, encoding='utf-8', newline=newline)
    print(text.write('x\ny\r\n'), text.flush(), out.getvalue())
try:
    io.TextIOWrapper(io.BytesIO(), newline='x')
except ValueError as error:
    print(error)
