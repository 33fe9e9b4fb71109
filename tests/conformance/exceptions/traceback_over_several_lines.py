def f(*args):
    return args[
        7
    ]
f(
    1,
    2,
)
