# what ends a line


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('a\nb\r\nc\rd'.splitlines(), 'a\nb\r\nc\rd'.splitlines(True), 'a\n'.splitlines(), '\n'.splitlines(), ''.splitlines()))
show(lambda: ('a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i'.splitlines(), 'a\x1fb'.splitlines()))
show(lambda: ('a\n\rb'.splitlines(keepends=True)))
