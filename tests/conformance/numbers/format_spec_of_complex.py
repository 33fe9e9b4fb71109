# both parts by one spec


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (format(1 + 2j, ''), format(1 + 2j, '.2f'), format(1 + 2j, '>20.1f'), format(1 + 2j, '+'), format(1 - 2j, 'g')))
show(lambda: (format(3j, 'e'), format(1 + 2j, '>12'), format(1 + 2j, '.3'), format(2j, '.3'), format(1234567 + 1234567j, ',')))
show(lambda: (format(1j, '05')))
show(lambda: (format(1j, '=5')))
show(lambda: (format(1j, 'd')))
show(lambda: (format(1j, '%')))
