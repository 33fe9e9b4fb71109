# a capital sigma at the end of a word is another letter in lower case


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('\u03a3'.lower(), 'A\u03a3'.lower(), 'A\u03a3B'.lower(), 'A\u03a3 B'.lower(), "A\u03a3'".lower(), "A\u03a3'B".lower(), '\u03a3\u03a3'.lower()))
show(lambda: ('A\u03a3'.title(), 'A\u03a3'.capitalize(), 'A\u03a3'.swapcase(), 'A\u0301\u03a3'.lower(), '.\u03a3'.lower()))
