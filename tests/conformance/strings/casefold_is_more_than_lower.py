# for caseless comparison


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('\xdf'.casefold(), '\u1e9e'.casefold(), '\u03c2'.casefold(), '\u0131'.casefold(), '\u0130'.casefold(), '\ufb03'.casefold(), '\u13a0'.casefold(), '\uab70'.casefold(), '\u1f80'.casefold(), '\xb5'.casefold()))
show(lambda: ('ABC'.casefold()))
