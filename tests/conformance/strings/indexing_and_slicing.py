# indices count code points, steps may be negative


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('hello'[0], 'hello'[-1], 'hello'[1:3], 'hello'[::-1], 'hello'[::2], 'hello'[4:1:-2], 'hello'[10:], 'hello'[-100:2], 'hello'[3:1]))
show(lambda: ('a\U0001f600b'[1], 'a\U0001f600b'[2], 'a\U0001f600b'[::-1], 'a\U0001f600b'[1:], 'a\U0001f600bc\U0001f601'[::2], 'a\U0001f600b'[-2]))
show(lambda: ('hello'[True], 'hello'[-2:None]))
show(lambda: ('a'[1]))
show(lambda: ('a'[-2]))
show(lambda: ('a'.__getitem__('x')))
show(lambda: ('a'.__getitem__(1.5)))
show(lambda: ('a'[10**30]))
show(lambda: ('abc'[::0]))
show(lambda: ('abc'['a':]))
