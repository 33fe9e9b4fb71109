# base64, hexadecimal, uuencode, quoted-printable and checksums; what is no code is refused or skipped.
import binascii

data = bytes(range(0, 256, 5)) + b'\n'
for encode, decode in ((binascii.b2a_base64, binascii.a2b_base64), (binascii.hexlify, binascii.unhexlify)):
    print(encode(data), decode(encode(data)) == data)
print(binascii.hexlify(b'abcdef', '-', 2), binascii.b2a_base64(b'a', newline=False))
print(binascii.b2a_uu(data[:30]), binascii.a2b_uu(binascii.b2a_uu(data[:30])) == data[:30])
print(binascii.b2a_qp(b'a b=c \n\xff' + b'x' * 80), binascii.a2b_qp(b'=41=\n=3D_', header=True))
print(binascii.crc32(b'hello'), binascii.crc32(b'lo', binascii.crc32(b'hel')), binascii.crc_hqx(b'hello', 7))
print(binascii.a2b_base64(b'YW*J\nj'), issubclass(binascii.Error, ValueError))
for call in (lambda: binascii.a2b_base64(b'YWJ'), lambda: binascii.a2b_base64('YQ', strict_mode=True), lambda: binascii.a2b_base64(b'Y'),
             lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('xy'), lambda: binascii.unhexlify('é'),
             lambda: binascii.a2b_base64(b'YQ==YQ==', strict_mode=True), lambda: binascii.b2a_uu(b'x' * 46), lambda: binascii.hexlify('x'),
             lambda: binascii.a2b_uu(b'\xff'), lambda: binascii.unhexlify(3)):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
