# the questions that begin with is


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ([''.isalpha(), 'a'.isalpha(), 'a1'.isalpha(), '\xe9\u4e2d'.isalpha(), '\u0301'.isalpha()]))
show(lambda: ([''.isdigit(), '12'.isdigit(), '\xb2'.isdigit(), '\u0663'.isdigit(), '\xbd'.isdigit(), '\u4e00'.isdigit()]))
show(lambda: (['12'.isdecimal(), '\xb2'.isdecimal(), '\u0663'.isdecimal(), '\xbd'.isnumeric(), '\u4e00'.isnumeric(), '\u2167'.isnumeric(), 'a'.isnumeric()]))
show(lambda: (['a1'.isalnum(), '\xb2'.isalnum(), '_'.isalnum(), ''.isalnum(), '\xbd'.isalnum()]))
show(lambda: ([' \t\u2003'.isspace(), ''.isspace(), '\u200b'.isspace(), '\x1c'.isspace(), '\x85'.isspace()]))
show(lambda: (['abc'.islower(), 'aBc'.islower(), '1'.islower(), 'a1'.islower(), '\xaa'.islower(), '\u2170'.islower(), '\u01c5'.islower()]))
show(lambda: (['ABC'.isupper(), 'A1'.isupper(), '1'.isupper(), '\u2160'.isupper(), '\u24b6'.isupper(), '\u01c5'.isupper()]))
show(lambda: (['Ab Cd'.istitle(), 'AB'.istitle(), 'ab'.istitle(), 'A1b'.istitle(), 'A1B'.istitle(), '\u01c5'.istitle(), ''.istitle()]))
show(lambda: (['abc'.isascii(), ''.isascii(), '\x80'.isascii()]))
show(lambda: ([''.isprintable(), 'a b'.isprintable(), '\n'.isprintable(), '\xa0'.isprintable(), '\xad'.isprintable(), '\u0378'.isprintable(), '\U0001f600'.isprintable()]))
