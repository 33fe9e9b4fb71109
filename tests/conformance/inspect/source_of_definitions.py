# getsource() ends a definition where it ends; getdoc() finds what is overridden; getcomments() what stands above.
import inspect


# About f.
# More about it.
@staticmethod
def f(a,
      b="a # no comment"):
    """Say f."""
    if a:
        return """
never mind
"""
    # the end

    # really
  # not any more


class A:
    def method(self): return (1,
                              2)

    def documented(self):
        """Say it.

            Indented.
        """


class B(A):
    async def inner(self):
        pass

    def documented(self):
        pass


short = lambda x: x + \
    1
for what in f.__func__, A.method, B.inner, B, short:
    print(inspect.getsourcelines(what))
print(repr(inspect.getcomments(f.__func__)), repr(inspect.getdoc(B.documented)), inspect.getdoc(B), inspect.getdoc(f.__func__))
