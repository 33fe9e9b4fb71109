# The codec registry: names, own codecs, handlers of errors.
import codecs

print(codecs.lookup('UTF8').name, codecs.lookup('latin1').name, codecs.lookup('ascii').name, codecs.lookup('utf-16').name)
print(codecs.encode('hello', 'rot13'), codecs.encode(b'ab', 'hex'), codecs.decode(b'6162', 'hex'), codecs.encode('ä'), codecs.decode(b'a\\n\\u00e4', 'unicode_escape'))
print(codecs.encode('a\tä€😀\\', 'unicode_escape'), codecs.encode('aä€', 'raw_unicode_escape'), codecs.escape_decode(b'a\\x41\\n'))
codecs.register_error('stars', lambda error: ('*' * (error.end - error.start), error.end))
print('aä€b'.encode('ascii', 'stars'), b'a\xff'.decode('ascii', 'stars'), codecs.lookup_error('stars') is not None)
for call in (lambda: codecs.lookup('nothing'), lambda: codecs.lookup_error('nothing'), lambda: codecs.register(1), lambda: codecs.register_error('a', 1)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(codecs.charmap_decode(b'ab', 'replace', 'x\ufffe' * 60), codecs.charmap_encode('ab', 'strict', {97: 1, 98: b'zz'}))
decoder = codecs.getincrementaldecoder('utf-8')()
print([decoder.decode(bytes((byte,))) for byte in 'ä€'.encode()], decoder.getstate())
try:
    decoder.decode(b'\xc3', True)
except UnicodeDecodeError as error:
    print(error)
print(list(codecs.iterdecode([b'\xe2\x82', b'\xac'], 'utf-8')), list(codecs.iterencode(['a', 'ä'], 'latin-1')), codecs.BOM_UTF8)
for name in 'strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace':
    try:
        print(name, codecs.lookup_error(name)(UnicodeEncodeError('x', 'aä€', 1, 3, 'why')))
    except UnicodeError as error:
        print(name, error)
