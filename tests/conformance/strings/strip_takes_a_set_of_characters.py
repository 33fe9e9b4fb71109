# strip removes white space or any of the characters


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('  a b \t\n'.strip(), ' a '.lstrip(), ' a '.rstrip(), '\u2003a\xa0'.strip(), 'xxaxx'.strip('x'), 'abcba'.strip('ab')))
show(lambda: ('xyaxy'.lstrip('yx'), 'xyaxy'.rstrip('yx'), 'a'.strip('a'), 'abc'.strip(''), 'abc'.strip(None)))
show(lambda: ('\U0001f600a\U0001f600'.strip('\U0001f600'), '\U0001f600a\U0001f601'.strip('\U0001f601')))
show(lambda: ('a'.strip(1)))
show(lambda: ('a'.lstrip(b'a')))
