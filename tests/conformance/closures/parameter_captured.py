def adder(n):
    def add(x):
        return x + n
    n = n * 10
    return add

print(adder(1)(5))
def deep(a):
    def b():
        def c():
            def d():
                return a
            return d
        return c
    return b
print(deep("deep")()()())
