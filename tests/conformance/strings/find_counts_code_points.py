# characters beyond the BMP count once


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('\U0001f600a\U0001f600b'.find('b'), '\U0001f600a\U0001f600b'.rfind('\U0001f600')))
show(lambda: ('\U0001f600a\U0001f600b'.find('\U0001f600', 1), 'x\U0001f600'.find('', 2), 'x\U0001f600'.find('', 3)))
show(lambda: (len('\U0001f600'), len('a\U0001f600b'), '\U0001f600a'.count(''), '\U0001f600\U0001f600'.count('\U0001f600')))
show(lambda: ('a\U0001f600bc'.startswith('b', 2), 'a\U0001f600bc'.endswith('\U0001f600', 0, 2)))
show(lambda: ('a\U0001f600bc'.index('c')))
