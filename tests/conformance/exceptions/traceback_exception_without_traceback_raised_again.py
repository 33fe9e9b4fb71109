def f():
    yield
f().throw(ValueError('in gen'))
