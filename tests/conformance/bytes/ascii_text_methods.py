# bytes as ASCII text


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (b'aB\xe9'.upper(), b'aB\xc9'.lower(), b'aB1'.swapcase(), b"hELLO wORLD's".title(), b'hELLO'.capitalize(), bytearray(b'ab').upper()))
show(lambda: (b' a\t'.strip(), b'xxaxx'.strip(b'x'), b'xxa'.lstrip(b'x'), b'axx'.rstrip(b'x'), b'a\x1c'.strip(), bytearray(b' a ').strip()))
show(lambda: (b'a'.center(4, b'*'), b'a'.ljust(3), b'a'.rjust(3, b'.'), b'-5'.zfill(4), b'a\tb'.expandtabs(4), b'abc'.removeprefix(b'a'), b'abc'.removesuffix(b'c')))
show(lambda: ([b'a'.isalpha(), b'\xe9'.isalpha(), b'1'.isdigit(), b'a1'.isalnum(), b' \t'.isspace(), b''.isspace(), b'aB'.islower(), b'AB'.isupper(), b'Ab Cd'.istitle(), b'AbC'.istitle(), b'\x80'.isascii(), b''.isascii()]))
show(lambda: (b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(None, b'b'), b'abc'.translate(None, delete=b'ac'), bytearray(b'ab').translate(bytes(256))))
show(lambda: (b'a'.center(3, 'x')))
show(lambda: (b'a'.center(3, b'xx')))
show(lambda: (b'a'.strip('a')))
show(lambda: (b'a'.translate(b'a')))
show(lambda: (bytes.maketrans(b'a', b'bc')))
