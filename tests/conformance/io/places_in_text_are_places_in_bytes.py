# tell() knows where a line began, whatever its bytes were: line ends of two bytes, and bytes that no text has.
import io

data = 'x\u20ac\U0001f600\r\n'.encode() * 3000 + b'ab\xff' + b'\xff\xfez\n' * 4000
stream = io.TextIOWrapper(io.BytesIO(data), encoding='utf-8', errors='replace')
lines = []
while True:
    place = stream.tell()
    line = stream.readline()
    if not line:
        break
    lines.append((place, line))
print(len(lines), ascii(lines[2998:3003]), ascii(lines[-1]), stream.tell())
for place, line in lines[::997]:
    stream.seek(place)
    print(place, stream.readline() == line)
