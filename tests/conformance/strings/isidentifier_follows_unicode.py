# what may be a name


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (['a'.isidentifier(), '_1'.isidentifier(), '1a'.isidentifier(), ''.isidentifier(), 'a b'.isidentifier(), '\xe9'.isidentifier(), 'def'.isidentifier()]))
show(lambda: (['a\u0301'.isidentifier(), '\u0301'.isidentifier(), 'a\xb7'.isidentifier(), '\xb7'.isidentifier(), '\u2118'.isidentifier(), '\u212e'.isidentifier(), '\u037a'.isidentifier(), 'x\u1369'.isidentifier(), '\U00020000'.isidentifier(), '\u20ac'.isidentifier()]))
