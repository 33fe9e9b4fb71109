# what str.format says when it cannot


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('{}'.format()))
show(lambda: ('{0}{}'.format(1, 2)))
show(lambda: ('{}{0}'.format(1, 2)))
show(lambda: ('{'.format()))
show(lambda: ('}'.format()))
show(lambda: ('a}b'.format()))
show(lambda: ('{a'.format(a=1)))
show(lambda: ('{a'.format()))
show(lambda: ('{!x}'.format(1)))
show(lambda: ('{!}'.format(1)))
show(lambda: ('{!r'.format(1)))
show(lambda: ('{!rx}'.format(1)))
show(lambda: ('{a.}'.format(a=1)))
show(lambda: ('{a[}'.format(a=1)))
show(lambda: ('{a[]}'.format(a=1)))
show(lambda: ('{a[1]x}'.format(a=[1, 2])))
show(lambda: ('{a{b}}'.format(a=1)))
show(lambda: ('{:{:{}}}'.format(1, 2, 3)))
show(lambda: ('{:{}}'.format(1)))
show(lambda: ('{x}'.format()))
show(lambda: ('{0.nope}'.format(1)))
show(lambda: ('{0[5]}'.format([])))
show(lambda: ('{:'.format(1)))
show(lambda: ('{}'.format_map({})))
show(lambda: ('{99999999999999999999}'.format(1)))
