def outer():
    def inner():
        return lambda: 1 + None
    return inner()()
outer()
