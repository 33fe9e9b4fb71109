# fill, alignment, sign, base prefix, grouping, type


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (format(42, '5'), format(42, '<5'), format(42, '^5'), format(42, '=+5'), format(42, '*^7')))
show(lambda: (format(42, '05'), format(-42, '05'), format(42, '+05'), format(42, ' ')))
show(lambda: (format(255, 'b'), format(255, 'o'), format(255, 'x'), format(255, 'X'), format(255, '#x'), format(255, '#X'), format(255, '#b'), format(-255, '#010x')))
show(lambda: (format(1234567, ','), format(1234567, '_'), format(1234567, '_x'), format(2**40, '_b'), format(1234567, '015,'), format(1234567, '012,')))
show(lambda: (format(12345678, '020,d'), format(12345678, '019,d'), format(255, '#020_x')))
show(lambda: (format(65, 'c'), format(65, '5c'), format(0x1f600, 'c'), format(10**30, ',d')))
show(lambda: (format(3, 'f'), format(3, 'e'), format(3, '%'), format(3, '.1%'), format(3, 'g'), format(12345, 'n')))
show(lambda: (format(1, '\u0663'), format(1, '\U0001f600<3')))
show(lambda: (f'{5!r:>4}', '{:>{w}}'.format(5, w=6)))
