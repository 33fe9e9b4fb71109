import _csv


def show(lines, **options):
    try:
        print(list(_csv.reader(lines, **options)))
    except (_csv.Error, ValueError, TypeError) as error:
        print(type(error).__name__, error)


show(['a,"b ""x"" c",d\r\n', '"e\n', 'f",g', '', '\n', ','])
show(['a\\,b,"c\\"d"'], escapechar='\\', doublequote=False)
show(['a\\\n', 'b'], escapechar='\\')
show(["a, 'b'"], skipinitialspace=True, quotechar="'")
show(['1,"2",-3.5,""'], quoting=_csv.QUOTE_NONNUMERIC)
show(['1,x'], quoting=_csv.QUOTE_NONNUMERIC)
show(['a,"b"'], quoting=_csv.QUOTE_NONE)
show(['"a"b'], strict=True)
show(['"a"b,"c'])
show(['a,"b'], strict=True)
show(['a\rb'])
show([b'a'])
show(['😀;b;"€;"'], delimiter=';')
show(['x' * 131073])
reader = _csv.reader(['a', '"b', 'c"'])
print(reader.line_num, next(reader), next(reader), reader.line_num)
