# complex() reads one number or two


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (complex('1+2j'), complex(' ( -1.5e3-2J ) '), complex('j'), complex('-j'), complex('3'), complex('1_0j')))
show(lambda: (complex('nan+infj'), complex('1e400')))
show(lambda: (complex(1, 2), complex(1j, 1j), complex(1.5), complex(real=1, imag=2), complex(imag=3), complex()))
show(lambda: (complex('1 + 2j')))
show(lambda: (complex('x')))
show(lambda: (complex('')))
show(lambda: (complex('1+2')))
show(lambda: (complex('1', 2)))
show(lambda: (complex(1, '2')))
show(lambda: (complex([])))
show(lambda: (complex(1, [])))
show(lambda: (complex(b'1')))
