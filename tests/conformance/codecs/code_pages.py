# Encodings that are tables of one byte a character, with the characters that they do not have.
for name in 'cp437', 'IBM850', 'iso-8859-15', 'latin9', 'koi8-r', 'windows-1252', 'cp1255', 'mac-roman', 'cp037', 'iso8859_10':
    codes = bytes(range(0x80, 0x100))
    print(name, codes.decode(name, 'replace'))
    print(codes.decode(name, 'ignore').encode(name) == bytes(code for code in codes if bytes((code,)).decode(name, 'ignore')))
try:
    'x\u3042\u3044y'.encode('cp437')
except UnicodeEncodeError as error:
    print(error)
try:
    b'\x81'.decode('cp1252')
except UnicodeDecodeError as error:
    print(error)
