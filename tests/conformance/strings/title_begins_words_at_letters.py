# title and capitalize


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ("they're bill's friends".title(), 'a1b c'.title(), 'hELLO wORLD'.title(), 'hELLO wORLD'.capitalize(), '\xdfa'.title(), '\xdfA'.capitalize(), ''.title(), '\ufb01x'.capitalize(), '\u01c6a'.capitalize()))
