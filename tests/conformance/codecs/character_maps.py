import codecs


def show(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Missing(dict):
    def __missing__(self, key):
        return '<%d>' % key


built = codecs.charmap_build('\0' + ''.join(map(chr, range(1, 256))))
print(type(built).__name__, codecs.charmap_build('ab'), codecs.charmap_build('a\ufffeb'))
for mapping in {97: 98}, {97: 'b'}, {97: b'xyz'}, {97: 256}, {97: None, 63: None}, 'b', [1, 2], built:
    shown = 'built' if mapping is built else mapping
    for text in 'a', 'ba\U0001f600c':
        for errors in 'strict', 'replace', 'ignore', 'xmlcharrefreplace', 'nobody':
            print(shown, ascii(text), errors, show(codecs.charmap_encode, text, errors, mapping))
for mapping in {97: 98}, {97: 'xyz'}, {97: 0x110000}, {97: None}, {97: '\ufffe'}, {97: b'x'}, 'b' * 98, Missing():
    for data in b'a', b'ba\xffc':
        for errors in 'strict', 'replace', 'nobody':
            print(mapping, data, errors, ascii(show(codecs.charmap_decode, data, errors, mapping)))
