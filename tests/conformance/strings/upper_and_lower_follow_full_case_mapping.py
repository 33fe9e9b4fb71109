# one character may become several


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('stra\xdfe'.upper(), '\ufb01'.upper(), '\u0149'.upper(), '\u0130'.lower(), '\u0131'.upper(), '\xb5'.upper(), '\xff'.upper()))
show(lambda: ('\u1f80'.upper(), '\u1f88'.upper(), '\u1f97'.upper(), '\u1fae'.upper(), '\u1fb3'.upper(), '\u1fb3'.title(), '\u1f80'.title(), '\u1fae'.title()))
show(lambda: ('\U00010400'.lower(), '\U00010428'.upper(), '\u01c5'.upper(), '\u01c5'.lower(), '\u01c4'.title(), '\u10d0'.upper(), '\u10d0'.title()))
show(lambda: ('HELLO World'.lower(), 'HELLO World'.upper(), 'HELLO World'.swapcase(), '\xdf'.swapcase(), '\u1c89'.lower()))
show(lambda: ('\ud800x'.upper()))
