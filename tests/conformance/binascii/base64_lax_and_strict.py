import binascii


def attempt(text, strict):
    try:
        print(text, strict, binascii.a2b_base64(text, strict_mode=strict))
    except binascii.Error as error:
        print(text, strict, error)


for text in [
    b"YWJj\n", b"YWI=", b"YQ==", b"Y", b"YW", b"YWJjZ", b"=", b"==YQ", b"Y=Q=", b"YQ==YQ==", b"Y!Q@=#=", b"YQ===", b"",
    b"YWJj====", b"A=AA", b"A\nAAA", b"abcd=x", b"YQ==\n",
]:
    attempt(text, False)
    attempt(text, True)
print(binascii.b2a_base64(b"abcd"), binascii.b2a_base64(b"abcde", newline=False))
