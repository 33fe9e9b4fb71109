import codecs
import warnings


def show(function, *arguments):
    with warnings.catch_warnings(record=True) as complaints:
        warnings.simplefilter('always')
        try:
            result = ascii(function(*arguments))
        except Exception as error:
            result = f'{type(error).__name__}: {error}'
    print(*arguments, result, *[str(complaint.message) for complaint in complaints])


for text in (br'\q\w', br'\777\400', br'\x4', br'\u12', br'\U0011ffff', br'\N{SPACE}', br'\N{}', br'\N', br'\N{foo', br'\N{foo}x',
             b'\\', b'\xe9', br'\8', b'\\\n', br'\101\t'):
    for final in True, False:
        show(codecs.unicode_escape_decode, text, 'replace', final)
        show(codecs.raw_unicode_escape_decode, text, 'strict', final)
show(codecs.unicode_escape_encode, 'a\U0001f600\u20ac\xe9\0\x7f\n\t\r\\\'"')
show(codecs.raw_unicode_escape_encode, 'a\U0001f600\u20ac\xe9\0\n\\')
show('\u20ac\n'.encode, 'unicode_escape')
show(br'\u20ac\n'.decode, 'unicode-escape')
show(br'\u20ac\n'.decode, 'raw_unicode_escape')
