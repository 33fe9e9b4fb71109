# order is by code point, not by UTF-16


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('a' < 'b', 'a' < 'ab', 'Z' < 'a', '' < 'a', 'abc' == 'abc', 'a' != 'b', 'b' >= 'a', 'a' > 'a', 'a' <= 'a'))
show(lambda: ('\uffff' < '\U00010000', '\U0001f600' > '\uffee', sorted(['\U00010000', '\ue000', 'a']), max('\uffff', '\U0001f600')))
show(lambda: ('a' == 1, 'a' != 1, 'a' == b'a'))
show(lambda: ('a' < 1))
show(lambda: ('a' >= None))
