import re

m = re.search(r"(?P<first>\w+) (?P<second>\w+)?(x)?", "  hello world  ")
print(m, m.group(), m.group(1, "second"), m["first"], m[3], m.groups(), m.groups("-"), m.groupdict())
print(m.start(), m.end(), m.span("second"), m.span(3), m.pos, m.endpos, m.lastindex, m.lastgroup, m.re, m.string, m.regs)
print(m.expand(r"\2-\1 \g<first>\n\g<0>"), bool(m), m.__copy__() is m)
for key in (4, "third", -1, None):
    try:
        print(m.group(key))
    except IndexError as e:
        print(type(e).__name__, e)
try:
    m.groups()["a"]
except TypeError as e:
    print(e)
p = re.compile("a(?P<n>b)?", re.I | re.M)
print(p, p.flags, p.groups, p.groupindex, p.pattern, p == re.compile("a(?P<n>b)?", re.I | re.M), hash(p) == hash(re.compile("a(?P<n>b)?", re.I | re.M)))
print(p.match("xab", 1), p.match("xab", 1, 2), p.fullmatch("ab"), p.fullmatch("abc"), p.search("xxAB"), p.search("abc", 5), p.match("ab", 2, 1))
print(re.compile("x" * 300), re.compile(b"a", re.A), re.compile("a", re.A), re.compile("a", re.X | re.S))
print(re.match("a", "a" * 100), re.match("a+", "a" * 100))
print(type(p), type(m), re.Pattern[str], re.Match[bytes])
for text in (b"a", 1, None):
    try:
        p.match(text)
    except TypeError as e:
        print(e)
try:
    re.compile(b"a").match("a")
except TypeError as e:
    print(e)
s = re.compile(r"\d|[a-z]").scanner("1a?2")
print(s.match(), s.match(), s.match(), s.match())
print([x.span() for x in re.finditer("a*", "baac")], type(re.finditer("a", "")).__name__)
try:
    re.Pattern()
except TypeError as e:
    print(e)
