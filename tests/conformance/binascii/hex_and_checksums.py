import binascii

print(binascii.hexlify(b"abcd", ":"), binascii.hexlify(b"abcde", "_", -2), binascii.b2a_hex(b"\x00\xff"))
print(binascii.unhexlify("61fF"), binascii.a2b_hex(b""))
for text in ["6", "6g", "6\xff", 3]:
    try:
        binascii.unhexlify(text)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(binascii.crc32(b"hello"), binascii.crc32(b"llo", binascii.crc32(b"he")), binascii.crc32(b"", -1), binascii.crc32(b"a" * 1000, 2**40))
print(binascii.crc_hqx(b"hello", 0), binascii.crc_hqx(b"hello", 0x12345))
