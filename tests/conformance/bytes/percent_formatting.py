# printf-style formatting of bytes


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (b'%s|%b' % (b'a', bytearray(b'c')), b'%d %5d %-3d| %x %o' % (1, 2, 3, 255, 8), b'%.2f' % 1.5, b'%c%c' % (65, b'b'), b'%a %r' % ('\xe9', 'x'), b'%%' % (), b'%(k)s' % {b'k': b'v'}, b'%5s|%.1s' % (b'a', b'xy'), bytearray(b'%d') % 5))
show(lambda: (b'%s' % 'a'))
show(lambda: (b'%b' % 1))
show(lambda: (b'%d' % 'a'))
show(lambda: (b'%c' % 300))
show(lambda: (b'%c' % b'ab'))
show(lambda: (b'%s %s' % b'a'))
show(lambda: (b'a' % 1))
show(lambda: (b'%z' % 1))
