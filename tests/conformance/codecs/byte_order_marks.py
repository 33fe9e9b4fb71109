# A mark is written once, is read once, and says the order from then on.
import codecs
import io

for name in 'utf-8-sig', 'utf-16', 'utf-32':
    encoder = codecs.getincrementalencoder(name)()
    print([encoder.encode('a'), encoder.encode('b'), encoder.getstate()])
    decoder = codecs.getincrementaldecoder(name)()
    print([decoder.decode(bytes((byte,))) for byte in 'ab'.encode(name)], decoder.getstate())
big = codecs.getincrementaldecoder('utf-16')()
print(big.decode(codecs.BOM_UTF16_BE + 'a'.encode('utf-16-be')), big.decode('b'.encode('utf-16-be')))
print(codecs.getreader('utf-16')(io.BytesIO('text\nmore'.encode('utf-16'))).readlines())
try:
    codecs.getreader('utf-16')(io.BytesIO(b'no mark!')).read()
except UnicodeError as error:
    print(error)
print(codecs.utf_16_ex_decode(codecs.BOM_UTF16_BE + b'\0a\0b', 'strict', 0, True))
