"""The flags of re, apart from it so that it need not wait for enum."""

import enum


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """One or more flags; each has a long name and, but for DEBUG, a short one."""

    __module__ = "re"

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex
