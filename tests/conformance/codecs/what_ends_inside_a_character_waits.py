# Three bytes that stand for half of a surrogate pair are refused when all of them are there, not before.
import codecs

for data in b'\xed', b'\xed\xa0', b'\xed\xa0\x80', b'\xed\x9f', b'\xed\xc0', b'\xf4\x90', b'\xe0\x80':
    for errors in 'strict', 'surrogatepass', 'replace':
        for final in False, True:
            try:
                print(data, errors, final, ascii(codecs.utf_8_decode(data, errors, final)))
            except UnicodeDecodeError as error:
                print(data, errors, final, error)
for data in b'a+2AE-b', b'a+2AE\xffb', b'a+IKwgrNgB\xffb', b'a+IK\xffb':
    print(data, ascii(data.decode('utf-7', 'replace')), ascii(data.decode('utf-7', 'backslashreplace')))
