# replacement fields


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('{} {}'.format(1, 2), '{1} {0}'.format(1, 2), '{a} {b}'.format(a=1, b=2), '{{}}'.format(), '{0}{0}'.format('x'), '{{{0}}}'.format(1)))
show(lambda: ('{0[1]} {0[-1]}'.format({1: 'a', '-1': 'b'}), '{a.real} {b[k]}'.format(a=5, b={'k': 'v'}), '{0[a b]}'.format({'a b': 1}), '{0[0][1]}'.format([(1, 2)])))
show(lambda: ('{!r} {!s} {!a}'.format('x\xe9', 'y', '\xe9'), '{:>{w}}|{:{f}<{w}}'.format('a', 'b', w=4, f='*'), '{:{}}'.format('x', 3), '{0:{1}}'.format(5, '03d')))
show(lambda: ('{:5}|{:<5}|{:^5}|{:>5}|{:.2}|{:*^7.3}'.format('a', 'b', 'c', 'd', 'efg', 'hijkl'), '{:s}'.format('x'), '{:05}'.format('a')))
show(lambda: ('{}'.format(None), '{0.__class__.__name__}'.format(1), '{:,}'.format(1234567), '{:%}'.format(0.5), '{!r:>5}'.format('a')))
show(lambda: ('{a}'.format_map({'a': 1}), '{a[0]}'.format_map({'a': 'xy'}), '{:\U0001f600^5}'.format('ab')))
