# what % says when it cannot


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('a' % 1))
show(lambda: ('%d' % 'a'))
show(lambda: ('%d' % None))
show(lambda: ('%x' % 1.5))
show(lambda: ('%f' % 'a'))
show(lambda: ('%s' % ()))
show(lambda: ('%s %s' % 'a'))
show(lambda: ('%s' % ('a', 'b')))
show(lambda: ('%(a)s' % 1))
show(lambda: ('%(a)s' % {}))
show(lambda: ('%(a' % {}))
show(lambda: ('%z' % 1))
show(lambda: ('%' % 1))
show(lambda: ('%c' % 'ab'))
show(lambda: ('%c' % -1))
show(lambda: ('%c' % 1.5))
show(lambda: ('%*d' % ('a', 1)))
show(lambda: ('%\u20ac' % 1))
show(lambda: ('%99999999999d' % 1))
