# join names the item that is no str


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (', '.join(['a', 'b']), ''.join('abc'), 'x'.join([]), 'x'.join(['a']), '-'.join(c for c in 'abc'), '\U0001f600'.join('ab')))
show(lambda: (''.join([1])))
show(lambda: (','.join(['a', 'b', None])))
show(lambda: (','.join(1)))
show(lambda: (','.join({'a': 1, 'b': 2})))
