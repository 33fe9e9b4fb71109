# precision, exponent, percent, and the rule for no type


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (format(3.14159, '.2f'), format(3.14159, '10.3f'), format(3.14159, '<10.3f'), format(-3.14159, '+.1f'), format(2.5, '.0f'), format(3.5, '.0f')))
show(lambda: (format(1234.5678, 'e'), format(1234.5678, '.2e'), format(1234.5678, 'E'), format(0.0, 'e'), format(1e100, '.3e')))
show(lambda: (format(1234.5678, 'g'), format(0.00001234, 'g'), format(1e20, 'g'), format(1.0, '#g'), format(100000.0, 'g'), format(1000000.0, 'g')))
show(lambda: (format(1234567.891, ',.2f'), format(1234567.891, '_.1f'), format(-1234.5, '015,.2f'), format(0.1234, '.1%'), format(1.5, '%')))
show(lambda: (format(1.0, ''), format(1e16, ''), format(1.5, '.3'), format(10.0, '.2'), format(123456.0, '.3'), format(1.0, '.10')))
show(lambda: (format(float('nan'), '010'), format(float('-inf'), '010.1f'), format(float('inf'), 'F'), format(float('nan'), '+')))
show(lambda: (format(-0.0, 'z'), format(-0.04, 'z.1f'), format(-0.06, 'z.1f'), format(-0.0, '.1f')))
show(lambda: (format(1e20, '#'), format(1.0, '#.0f'), format(2.0, '#.3g'), format(5e-324, '.20g')))
show(lambda: (format(0.1, '.30f'), format(1e23, '.0f'), format(123456789.0, 'n')))
