def counter():
    n = 0
    def increment(by=1):
        nonlocal n
        n += by
        return n
    def value():
        return n
    return increment, value

a, a_value = counter()
b, b_value = counter()
a(), a(), b(10)
print(a_value(), b_value())
