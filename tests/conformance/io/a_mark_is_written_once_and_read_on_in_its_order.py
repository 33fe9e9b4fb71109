import io


def over(data, **options):
    raw = io.BytesIO(data)
    return raw, io.TextIOWrapper(raw, **options)


for encoding in 'utf-16', 'utf-32', 'utf-8-sig', 'utf-16-be':
    raw, stream = over(b'', encoding=encoding)
    stream.write('ab')
    stream.write('c\u20ac\n')
    stream.flush()
    print(encoding, raw.getvalue())
    raw, stream = over(raw.getvalue(), encoding=encoding)
    print(ascii(stream.read(3)))
    stream.seek(0)
    stream.write('X')
    stream.seek(0, 2)
    stream.write('Y')
    stream.seek(0)
    print(ascii(stream.read()), raw.getvalue())
# Longer than what is read at once.
text = 'x\u20ac\U0001f600\n' * 5000
raw, stream = over(b'\xfe\xff' + text.encode('utf-16-be'), encoding='utf-16')
print(stream.read() == text)
