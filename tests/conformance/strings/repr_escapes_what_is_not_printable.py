# quotes and escapes


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: (['a\'b', 'a"b', 'a\'"b', 'a\\b', '\n\t\r\x00\x7f', '\xa0\xad\xe9', '\u2028\u0378\ud800', '\U0001f600\U000e0001\U0010ffff', '']))
show(lambda: (repr('\xe9'), ascii('\xe9\u20ac\U0001f600'), repr('\x1f\x7f\x80\xa1')))
show(lambda: ([repr('\u0897'), repr('\u1c89'), repr('\u3000'), repr('\ue000'), repr('\ufeff')]))
