# BytesIO and StringIO.
import io

data = io.BytesIO(b'line1\nline2')
print(data.readline(), data.tell(), data.read(2), data.readlines(), data.read(), data.seek(-3, 2), data.read(), list(io.BytesIO(b'a\nb')))
data.seek(14)
print(data.write(b'!'), data.getvalue(), data.truncate(3), data.getvalue(), data.tell())
text = io.StringIO('x\ny')
print(list(text), text.seek(0), text.write('Q'), text.getvalue(), repr(text.read()), text.tell())
print(io.StringIO('a\r\nb\n', newline=None).read() == 'a\nb\n', repr(io.StringIO('a\nb', newline='\r\n').getvalue()))
for call in (lambda: text.write(1), lambda: data.write('x'), lambda: data.seek(-1), lambda: text.seek(-1), lambda: text.seek(1, 1),
             lambda: io.StringIO(1), lambda: io.BytesIO('a'), lambda: io.StringIO(newline='q')):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
text.close()
data.close()
for call in text.getvalue, data.getvalue, lambda: text.write('a'):
    try:
        call()
    except ValueError as error:
        print(error)


class Upper(io.StringIO):
    def write(self, s):
        return super().write(s.upper())


upper = Upper()
print('abc', 1, file=upper)
upper.mark = 5
print(repr(upper.getvalue()), upper.mark)
