# printf-style formatting


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('%s %r %a' % ('x', 'y\xe9', '\xe9'), '%d' % 3, '%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5), '%x %X %o %#x %#o' % (255, 255, 8, 255, 8)))
show(lambda: ('%.2f %e %g %G' % (3.14159, 12345.678, 0.0001, 1e20), '%10.3f|%-10.2f|' % (3.14159, 2.5), '%i %u' % (7, 8)))
show(lambda: ('%5s|%-5s|%.2s|%5.1s' % ('ab', 'ab', 'abc', 'xyz'), '%c%c%c' % (65, 'b', 0x1f600), '%%' % (), '100%%' % (), '%s' % (('a', 1),)))
show(lambda: ('%(a)s-%(b)d' % {'a': 1, 'b': 2}, '%(a)s' % {'a': 1, 'c': 3}, '%(x(y))s' % {'x(y)': 1}, '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159)))
show(lambda: ('%s' % [1, 2], '%s' % None, '%d' % True, '%d' % 3.99, '%s %s' % ('a', 'b'), 'x' % {}, '%5%' % ()))
show(lambda: ('%ld %hd' % (1, 2), '%s' % b'a', '%r' % (b'a',)))
