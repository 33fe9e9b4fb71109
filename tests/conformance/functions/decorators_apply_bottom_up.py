def tag(name):
    print("make", name)
    def decorate(f):
        print("apply", name, "to", f.__name__)
        def wrapper(*args):
            return (name, f(*args))
        return wrapper
    return decorate

@tag("outer")
@tag("inner")
def f(x):
    return x

print(f(1))
