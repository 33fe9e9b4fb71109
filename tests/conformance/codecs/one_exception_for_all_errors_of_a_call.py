import codecs

seen = []


def handler(error):
    seen.append((error, error.start, error.end))
    return '.', error.end


codecs.register_error('watching', handler)
print(b'a\xffb\xfe'.decode('ascii', 'watching'), [place for _, *place in seen], seen[0][0] is seen[1][0])
del seen[:]
print('a\xe9b\u20ac'.encode('ascii', 'watching'), [place for _, *place in seen], seen[0][0] is seen[1][0])
