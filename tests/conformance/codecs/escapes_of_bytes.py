import codecs
import warnings

for data in br'\q', br'\777', br'\x4', br'\x4g', b'\\', b'a\\\nb', 'é\\x41', br'\1a', br'\400\q\w', br"\'\a":
    for errors in 'strict', 'replace', 'ignore', 'other':
        with warnings.catch_warnings(record=True) as complaints:
            warnings.simplefilter('always')
            try:
                result = codecs.escape_decode(data, errors)
            except ValueError as error:
                result = error
        print(data, errors, result, *[str(complaint.message) for complaint in complaints])
print(codecs.escape_encode(b"a'b\"c\\\n\0\xff\t"))
try:
    codecs.escape_encode(bytearray(b'x'))
except TypeError as error:
    print(error)
