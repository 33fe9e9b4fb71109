import warnings

for option in "bogus", "error:m:Foo", "error::foo.Bar", "error:::m:x", "error::int", "error::::-1", "a:b:c:d:e:f", "error:a.b:UserWarning:m:5":
    try:
        warnings._setoption(option)
        print(warnings.filters[0])
    except warnings._OptionError as error:
        print(error)
