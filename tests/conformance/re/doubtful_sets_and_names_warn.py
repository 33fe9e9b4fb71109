import re
import warnings


def attempt(function, *arguments):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("always")
        try:
            function(*arguments)
            error = "fine"
        except Exception as problem:
            error = repr(problem)
    print(arguments, error, [(str(item.message), item.category.__name__, item.filename == __file__) for item in log])


for pattern in "[[a]", "[^[a]", "[a[b]", "[*?[]", "[a--b]", "[a&&b]", "[&&b]", "[a||b]", "[a-[b]", "[][]", b"[[a]":
    attempt(re.compile, pattern)
for pattern in r"()(?( 1 )a|b)", r"()(?(+1)a)", "()(?(\u0967)a)", b"(?P<\xc2\xb5>x)", b"(?P=\xc2\xb5)", "(?<=((.{4194304}){4194304}){4194304})":
    attempt(re.compile, pattern)
for pattern, template in ("(?P<a>x)", r"\g<+1>"), ("()" * 10, r"\g<1_0>"), ("(?P<a>x)", r"\g<a b>"):
    attempt(re.sub, pattern, template, "xx")
