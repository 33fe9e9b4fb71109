# Where the signature of functions, methods, classes and partials comes from, and how it is written.
import functools
import inspect


def f(a, b: int, /, c=1, *args, d, e: "str" = 2, **kwargs) -> None:
    pass


class Plain:
    def __init__(self, x, *, y=3):
        pass

    def method(self, a):
        pass

    @classmethod
    def made(cls, n):
        pass

    @staticmethod
    def alone(s):
        pass

    half = functools.partialmethod(method, 5)

    def __call__(self, z):
        pass


class Meta(type):
    def __call__(cls, given):
        pass


class ByMeta(metaclass=Meta):
    pass


@functools.wraps(f)
def wrapper(*args):
    pass


for what in (f, Plain, Plain.method, Plain(1).method, Plain.made, Plain.alone, Plain.half, Plain(1).half, Plain(1), ByMeta,
             wrapper, functools.partial(f, 1, c=2), functools.partial(f, 1, 2), lambda *, k: 0, lambda x, /: 0):
    print(inspect.signature(what))
print(inspect.signature(wrapper, follow_wrapped=False), inspect.signature(f, eval_str=True))
for what in (5, None):
    try:
        inspect.signature(what)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(inspect.getfullargspec(f))
