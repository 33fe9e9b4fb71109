import codecs

names = []


def search(name):
    names.append(name)
    if name == 'doubling':
        return lambda text, errors='strict': (text.encode() * 2, len(text)), lambda data, errors='strict': (type(data).__name__ + bytes(data).decode() * 2, 1), None, None
    if name == 'odd':
        return lambda text, errors='strict': text, lambda data, errors='strict': (data, 1, 2), None, None
    if name == 'three':
        return 1, 2, 3


codecs.register(search)
print('ab'.encode('doubling'), b'ab'.decode('doubling'), str(b'ab', 'doubling'), bytes('ab', 'Doubling'), bytearray('ab', 'DOUBLING'))
for code in (lambda: 'x'.encode('odd')), (lambda: b'x'.decode('odd')), (lambda: codecs.encode('x', 'odd')), (lambda: 'x'.encode('three')), \
        (lambda: 'x'.encode('no such')), (lambda: 'x'.encode('a\0b')), (lambda: 'x'.encode('hex')), (lambda: b'78'.decode('rot13')):
    try:
        print(code())
    except Exception as error:
        print(type(error).__name__, error)
print(b''.decode('nobody'), str(b'', 'nobody'))
del names[:]
for name in 'AAA-8', 'AAA---8', 'aaa\xe9\u20ac-8', 'AAA.8', '-a-', 'a_-b', 'A+B':
    try:
        codecs.lookup(name)
    except LookupError as error:
        print(ascii(name), names[-1], ascii(str(error)))
