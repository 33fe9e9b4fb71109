# The handler changes exc.object and resumes at the same place: decoding goes on in the new bytes, and ends.
import codecs


def other(new):
    def handler(error):
        error.object = new
        return '?', error.start
    return handler


for number, (data, encoding, new) in enumerate([
    (b'a\xffb', 'ascii', b'xyz'), (b'a\xff', 'ascii', b''), (b'\x00', 'utf-16', b'\x00' * 8), (b'\x00', 'utf-32', b'\x00' * 8),
    (b'\xff', 'utf-8', b'new'), (b'\xff', 'ascii', bytearray(b'no')), (b'\xff', 'ascii', 'text'),
]):
    codecs.register_error(f'other{number}', other(new))
    try:
        print(ascii(data.decode(encoding, f'other{number}')))
    except Exception as error:
        print(type(error).__name__, error)
