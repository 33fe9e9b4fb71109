# runs of any Unicode white space separate; there are no empty parts


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (' a  b\tc\n'.split(), ''.split(), '   '.split(), 'a\u2003b\xa0c\u3000'.split(), 'a\x1cb\x1fc'.split()))
show(lambda: (' a b c '.split(None, 1), ' a b c '.split(None, 0), ' a  b '.split(None, 5), 'a b'.split(maxsplit=1)))
show(lambda: (' a b c '.rsplit(None, 1), ' a b c '.rsplit(None, 0), 'a b  c'.rsplit(maxsplit=2)))
show(lambda: ('a\u200bb'.split()))
