import re

print(re.findall(rb"[\x80-\xff]+", b"a\xe9\xff b"), re.match(rb"\w+", b"ab_1\xe9"), re.match(rb"(?i)A\xe9", b"a\xe9"), re.match(rb"(?i)\xe9", b"\xc9"))
print(re.match(b"(?L)\\w", b"a"), re.compile(b"a", re.L), re.match(b".", bytearray(b"ab")), re.match(b"a", memoryview(b"abc")).group())
print(re.sub(b"a", b"\\g<0>\\n", bytearray(b"xa")), re.split(b"-", memoryview(b"a-b")), re.match(b"(?P<n>a)", b"a").groupdict())
for pattern in (rb"\u1234", rb"\N{X}", rb"(?u)", rb"(?P<\xe9>a)", rb"\q"):
    try:
        re.compile(pattern)
    except re.error as e:
        print(pattern, e)
