# decode from several encodings


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80'.decode(), b'a\xe9'.decode('latin-1'), b'abc'.decode('ascii'), bytearray(b'abc').decode(encoding='utf8')))
show(lambda: (b'\xff\xfea\x00'.decode('utf-16'), b'\xfe\xff\x00a'.decode('utf-16'), b'a\x00'.decode('utf-16-le'), b'=\xd8\x00\xde'.decode('utf-16-le'), b'\xff\xfe\0\0a\0\0\0'.decode('utf-32'), b'\xef\xbb\xbfa'.decode('utf-8-sig'), b'\xef\xbb\xbfa'.decode()))
show(lambda: (b'a\xff\xe2\x82b'.decode(errors='replace'), b'a\xffb'.decode(errors='ignore'), b'\xff\xe9'.decode('ascii', 'backslashreplace'), b'a\xff'.decode('utf-8', 'surrogateescape'), b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass')))
show(lambda: (b'\xff'.decode()))
show(lambda: (b'\xe2\x82'.decode()))
show(lambda: (b'\xe2a'.decode()))
show(lambda: (b'\xf0\x90\x28'.decode()))
show(lambda: (b'\xed\xa0\x80'.decode()))
show(lambda: (b'\xc0\x80'.decode()))
show(lambda: (b'\xf4\x90\x80\x80'.decode()))
show(lambda: (b'ab\xff'.decode('ascii')))
show(lambda: (b'a'.decode('utf-16')))
show(lambda: (b'\x00\xd8'.decode('utf-16-le')))
show(lambda: (b'\x00\xd8aa'.decode('utf-16-le')))
show(lambda: (b'\x00\xdcaa'.decode('utf-16')))
show(lambda: (b'aaaa'.decode('utf-32')))
show(lambda: (b'\x00\xd8\0\0'.decode('utf-32-le')))
show(lambda: (b'a'.decode('nope')))
show(lambda: (b'\xff'.decode('ascii', 'nope')))
show(lambda: (b'\xff'.decode('ascii', 'xmlcharrefreplace')))
show(lambda: (b'a'.decode(1)))
