import _csv

for options in (dict(delimiter=''), dict(delimiter=3), dict(quotechar='ab'), dict(quotechar=None), dict(quotechar=None, quoting=0),
                dict(escapechar=3), dict(quoting=9), dict(quoting='x'), dict(lineterminator=3), dict(lineterminator=None),
                dict(strict=1, doublequote=0), dict(dialect='nope')):
    try:
        dialect = _csv.Dialect(**options)
        print([(name, getattr(dialect, name)) for name in dir(dialect) if not name.startswith('_')])
    except (TypeError, _csv.Error) as error:
        print(options, type(error).__name__, error)


class Pipes:
    delimiter = '|'
    quoting = _csv.QUOTE_ALL


_csv.register_dialect('pipes', Pipes)
_csv.register_dialect('both', Pipes, quotechar="'")
print(_csv.list_dialects(), _csv.get_dialect('both').quotechar, _csv.get_dialect('both').delimiter)
print(list(_csv.reader(["'a|'|b"], 'both')), list(_csv.reader(['a|b'], 'pipes', delimiter='b')))
_csv.unregister_dialect('pipes')
for action in (lambda: _csv.get_dialect('pipes'), lambda: _csv.unregister_dialect('pipes'), lambda: _csv.register_dialect(3, Pipes),
               lambda: _csv.field_size_limit('x')):
    try:
        action()
    except (TypeError, _csv.Error) as error:
        print(type(error).__name__, error)
print(_csv.field_size_limit(5), _csv.field_size_limit())
