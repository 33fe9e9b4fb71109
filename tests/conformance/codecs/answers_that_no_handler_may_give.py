import codecs

for answer in ('x', -1), ('x', 100), ('x', -100), ('x', 2 ** 70), ('x', 'y'), (1, 2), 'xy', ('x',), ['x', 2], (b'x', 3):
    codecs.register_error('answering', lambda error: answer if error.start < 2 else ('', error.end))
    for code in (lambda: b'a\xffb\xfe'.decode('ascii', 'answering')), (lambda: 'a\xe9b\u20ac'.encode('ascii', 'answering')):
        try:
            print(answer, code())
        except Exception as error:
            print(answer, type(error).__name__, error)
