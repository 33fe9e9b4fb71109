import codecs

errors = [UnicodeEncodeError('utf-8', 'a\u3042\ud800', start, end, 'why') for start, end in ((0, 1), (1, 2), (2, 3), (0, 9), (9, 12), (-3, 2))]
errors += [UnicodeEncodeError(codec, '\udc80x', 0, 1, 'why') for codec in ('utf-16', 'UTF_16_BE', 'utf32-be', 'cp1252')]
errors += [UnicodeDecodeError('utf-8', b'a\xff\xed\xa0\x80z', start, end, 'why') for start, end in ((0, 1), (1, 3), (2, 3), (2, 5), (0, 9))]
errors += [UnicodeDecodeError(codec, b'\0\xd8\xd8\0\0', 1, 3, 'why') for codec in ('utf-16', 'UTF_16_BE', 'utf-32', 'cp1252')]
errors += [UnicodeTranslateError('a\u3042', 0, 2, 'why'), ValueError('x'), UnicodeError('x'), 1]
for name in 'strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'namereplace', 'surrogateescape', 'surrogatepass':
    handler = codecs.lookup_error(name)
    for error in errors:
        try:
            print(name, ascii(error), ascii(handler(error)))
        except Exception as raised:
            print(name, ascii(error), 'raised' if raised is error else f'{type(raised).__name__}: {raised}')
