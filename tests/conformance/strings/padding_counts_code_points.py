# center, ljust, rjust and zfill


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('ab'.center(5), 'ab'.center(5, '*'), 'abc'.center(6, '*'), 'abc'.center(2), 'a'.center(4, '-'), ''.center(3, 'x')))
show(lambda: ('ab'.ljust(5, '.'), 'ab'.rjust(5, '.'), 'a\U0001f600'.ljust(4, '\u20ac'), 'a'.rjust(3, '\U0001f600')))
show(lambda: ('42'.zfill(5), '-42'.zfill(5), '+42'.zfill(5), '--42'.zfill(6), ''.zfill(2), '42'.zfill(1), 'a-b'.zfill(5)))
show(lambda: ('a'.center(3, 'xx')))
show(lambda: ('a'.center(3, 1)))
show(lambda: ('a'.center('x')))
show(lambda: ('a'.zfill('x')))
