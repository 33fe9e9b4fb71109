# tabs go to the next multiple, counted from the line start


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('a\tb'.expandtabs(), 'a\tb'.expandtabs(4), 'abcd\te'.expandtabs(4), 'a\nb\tc'.expandtabs(4), 'a\rbc\td'.expandtabs(4)))
show(lambda: ('a\tb'.expandtabs(0), 'a\tb'.expandtabs(-1), '\t\t'.expandtabs(2), 'a\tb'.expandtabs(tabsize=1)))
show(lambda: ('a'.expandtabs('x')))
