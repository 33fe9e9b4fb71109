# encode to several encodings


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('a\xe9\u20ac\U0001f600'.encode(), 'a\xe9'.encode('latin-1'), 'abc'.encode('ascii'), 'a'.encode('UTF_8'), 'a'.encode('utf8'), 'a'.encode(encoding='us-ascii')))
show(lambda: ('a\U0001f600'.encode('utf-16'), 'a\U0001f600'.encode('utf-16-le'), 'a'.encode('utf-16-be'), 'a\U0001f600'.encode('utf-32'), 'a'.encode('utf-32-be'), 'a'.encode('utf-8-sig')))
show(lambda: ('a\xe9\u20ac'.encode('ascii', 'ignore'), '\xe9\u20ac'.encode('ascii', 'replace'), '\xe9\u20ac'.encode('ascii', 'xmlcharrefreplace'), '\xe9\u20ac\U0001f600'.encode('latin-1', 'backslashreplace')))
show(lambda: ('\udcff'.encode('ascii', 'surrogateescape'), '\udc80a'.encode('utf-8', 'surrogateescape'), '\ud800'.encode('utf-8', 'surrogatepass'), '\ud800'.encode('utf-16-le', 'surrogatepass'), '\ud800'.encode('utf-8', 'replace')))
show(lambda: ('\xe9'.encode('ascii')))
show(lambda: ('a\xe9\u20acb'.encode('ascii')))
show(lambda: ('\u20ac'.encode('latin-1')))
show(lambda: ('a\ud800'.encode()))
show(lambda: ('\ud800\ud800'.encode()))
show(lambda: ('\ud800'.encode('utf-16')))
show(lambda: ('\ud800'.encode('utf-8', 'surrogateescape')))
show(lambda: ('a'.encode('nope')))
show(lambda: ('\xe9'.encode('ascii', 'nope')))
show(lambda: ('a'.encode(1)))
show(lambda: ('a'.encode('utf-8\0')))
