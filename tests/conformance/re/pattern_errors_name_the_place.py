import re

patterns = [
    "(", ")", "a)", "[", "[a", "[]", "a**", "*a", "a{2,1}", "a++b+*", "(?P<n>a)(?P<n>b)", "(?P<1>a)", "(?P<>a)", "(?P<a", "(?P=x)",
    "(?Px)", "(?z)", "(?<a)", "(?(1)a|b|c)", "(?(0)a)", "(?(x)a)", "(?(2)a)", "\\", "\\1", "(a\\1)", "\\q", "\\x1", "\\u12", "\\U1234567",
    "\\U12345678", "\\777", "[b-a]", "[\\d-a]", "[a-\\d]", "(?i", "(?i-", "(?i-z:a)", "(?-i)", "(?au:a)", "(?L)a", "a(?i)b", "(?i-i:a)",
    "(?<=a*)b", "(?<=a|bb)c", "(?#abc", "(?", "(?P", "(?<", "\\N", "\\N{", "\\N{}", "\\N{NO SUCH NAME}", "a{99999999999}", "(?P<a>\\)", "a\nb(",
    "(?<=(a)\\1)", "[\\q]", "[\\777]", "(?-a:x)", "(?:", "(?=a", "x{,1}{2}", "^*", "(?P=a", "(?P<é>a)(?P=é", "(?P>a)", "(?\\a)",
]
for pattern in patterns:
    try:
        re.compile(pattern)
    except re.error as e:
        print(repr(pattern), e, "|", e.msg, e.pos, e.lineno, e.colno)
    except Exception as e:
        print(repr(pattern), type(e).__name__, e)
    else:
        print(repr(pattern), "compiles")
for args in [(b"a", re.U), ("a", re.L), ("a", re.A | re.U), (b"a", re.A | re.L), (1, 0), (re.compile("a"), re.I), ([], 0)]:
    try:
        print(re.compile(*args))
    except Exception as e:
        print(type(e).__name__, e)
