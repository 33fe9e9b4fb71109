# printf style


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: ('%d %i %u' % (1, -2, 3)))
show(lambda: ('%5d|%-5d|%05d|%+d|% d' % (42, 42, 42, 42, 42)))
show(lambda: ('%x %X %o %#x %#X %#o' % (255, 255, 255, 255, 255, 255)))
show(lambda: ('%#06x|%-#6x|%+x|%.5d|%8.5d' % (255, 255, 255, 42, 42)))
show(lambda: ('%-05d|%+-5d|' % (5, 5)))
show(lambda: ('%f %.2f %.0f %e %E %g %G' % (1.5, 2.675, 2.5, 12345.678, 12345.678, 1e20, 1e-20)))
show(lambda: ('%8.3f|%-8.3f|%08.3f|%+.1f|% .1f' % (3.14159, 3.14159, -3.14159, 2.0, 2.0)))
show(lambda: ('%#g %#.0f %#.3e' % (1.0, 1.0, 1.0)))
show(lambda: ('%d' % 1.9))
show(lambda: ('%d' % True))
show(lambda: ('%f %F %5.1f' % (float('nan'), float('-inf'), float('inf'))))
show(lambda: ('%d' % 10**30))
show(lambda: ('%*d|%-*d|%.*f' % (5, 42, 5, 42, 2, 1.005)))
show(lambda: ('%d' % 'a'))
show(lambda: ('%x' % 1.5))
show(lambda: ('%x' % 'a'))
show(lambda: ('%d' % 1j))
show(lambda: ('%f' % 'a'))
show(lambda: ('%d' % float('inf')))
show(lambda: ('%d' % float('nan')))
