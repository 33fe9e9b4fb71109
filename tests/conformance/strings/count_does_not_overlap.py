# count of non-overlapping occurrences


def show(f):
    try:
        print(ascii(f()))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


show(lambda: ('aaaa'.count('aa'), 'abc'.count(''), ''.count(''), 'abcabc'.count('bc', 2), 'aaa'.count('a', 1, 2)))
show(lambda: ('abc'.count(1)))
