import _csv


class Out:
    def write(self, text):
        print(repr(text), end=' ')
        return len(text)


def show(row, **options):
    try:
        print(_csv.writer(Out(), **options).writerow(row))
    except _csv.Error as error:
        print(type(error).__name__, error)


show([1, 'a', None, 2.5, 'b"c', 'd,e', 'f\ng', ' x', 1 + 2j, [1, 2]])
show([1, 2.0, 'a', None, True], quoting=_csv.QUOTE_NONNUMERIC)
show([1, ''], quoting=_csv.QUOTE_ALL)
show(['a,b'], quoting=_csv.QUOTE_NONE)
show(['a,b"', 'c\\'], quoting=_csv.QUOTE_NONE, escapechar='\\')
show(['a"b'], doublequote=False, escapechar='!')
show(['a"b'], doublequote=False)
for row in [], [''], [None], 'abc', ['', '']:
    show(row)
show([''], quoting=_csv.QUOTE_NONE)
show(5)
show(['a#b', 'c'], lineterminator='#', delimiter='|')
print(_csv.writer(Out()).writerows([[1], ['😀,']]))
try:
    _csv.writer(3)
except TypeError as error:
    print(error)
