# bind(), apply_defaults() and getcallargs(), with their errors.
import inspect


def f(a, /, b, c=3, *args, d, e=5, **kwargs):
    pass


signature = inspect.signature(f)
bound = signature.bind(1, 2, d=4, z=9)
print(bound, bound.args, bound.kwargs)
bound.apply_defaults()
print(bound, bound.arguments)
print(inspect.getcallargs(f, 1, 2, 3, 4, d=5, z=6))
for positional, named in [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2), {"b": 3, "d": 4}), ((1,), {"b": 2, "d": 4, "a": 5})]:
    for call in (signature.bind, lambda *args, **kwargs: inspect.getcallargs(f, *args, **kwargs)):
        try:
            print(call(*positional, **named))
        except TypeError as error:
            print(error)
try:
    inspect.getcallargs(lambda a, b=1: 0, 1, 2, 3)
except TypeError as error:
    print(error)
print(signature == inspect.signature(f), hash(signature) == hash(inspect.signature(f)), signature.replace(parameters=[]))
for arguments in [("x", 9), ("1x", 0), ("if", 1), (5, 1)]:
    try:
        inspect.Parameter(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
