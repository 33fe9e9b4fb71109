# what the spec of a string may say


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (format('a', ''), format('a', '5'), format('a', '>5'), format('abc', '.1'), format('abc', '_^9.2s'), format('a', '<<3')))
show(lambda: (format('a', 'd')))
show(lambda: (format('a', '=5')))
show(lambda: (format('a', '+')))
show(lambda: (format('a', ' ')))
show(lambda: (format('a', '#')))
show(lambda: (format('a', ',')))
show(lambda: (format('a', 'z')))
show(lambda: (format('a', '5x5')))
show(lambda: (format('a', '.')))
show(lambda: (format('a', 1)))
