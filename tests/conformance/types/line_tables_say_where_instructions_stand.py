# The bytes are not CPython's, whose instructions are others; what they say is.
def f(a):
    return [
        a,
        (a +
            1),
    ]


code = f.__code__
copy = code.replace(co_linetable=code.co_linetable)
print(copy == code, list(copy.co_positions()) == list(code.co_positions()), type(code.co_linetable))
nowhere = code.replace(co_linetable=b"")
print(set(nowhere.co_positions()), nowhere == code)
