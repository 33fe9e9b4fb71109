from functools import wraps

def decorate(f):
    @wraps(f)
    def wrapper(*args, **kw):
        """The wrapper's own text."""
        return f(*args, **kw)
    return wrapper

@decorate
def greet(name):
    """Says hello."""
    return "hello " + name

print(greet.__name__, greet.__doc__, greet("you"), greet.__wrapped__.__name__)
