"""What test_call names of CPython's test extension while it is imported, so that its other classes can run.

The extension checks how C code is called and calls; there is none here. Whatever is called says so, and tests/cpython-internals.txt
lists the methods which do.
"""


def _refuse(*args, **keywords):
    raise NotImplementedError('a C function of _testcapi')


meth_varargs = meth_varargs_keywords = meth_fastcall = meth_fastcall_keywords = meth_noargs = meth_o = _refuse


class MethInstance:
    """Stands for a class with methods in C."""

    meth_varargs = meth_varargs_keywords = meth_fastcall = meth_fastcall_keywords = meth_noargs = meth_o = _refuse


class MethClass(MethInstance):
    """Stands for a class with class methods in C."""


class MethStatic(MethInstance):
    """Stands for a class with static methods in C."""
