import re

print(re.sub("a", "b", "aaa", 2), re.subn("a", "b", "aaa"), re.sub("x*", "-", "abxd"), re.sub("", "-", "abc"))
print(re.sub(r"(a)(b)?", r"[\1|\2]", "abab a"), re.sub("(?P<n>.)", r"\g<n>\g<1>\g<0>", "ab"), re.sub("a", r"\n\t\\\.", "a"))
print(re.sub("(.)", lambda m: m[1].upper() * 2, "abc"), re.sub("a", lambda m: None, "bab"), re.sub("a", r"\0\01\101", "a").encode())
print(re.sub(b"(a)", rb"<\1>", b"bab"), re.sub("a", "b", ""), re.sub("a", "", "aaa"))
for template in (r"\2", r"\g<x>", r"\g<9>", r"\g", r"\g<", r"\g<>", r"\g<a b>", r"\q", "\\", r"\g<-1>", r"\777", r"\g<1"):
    try:
        print(re.sub("(a)", template, "a"))
    except (re.error, IndexError) as e:
        print(repr(template), type(e).__name__, e)
try:
    re.sub("a", lambda m: 1, "xa")
except TypeError as e:
    print(e)
print(re.split(",", "a,b,c"), re.split("(,)", "a,b,c", 1), re.split("x*", "axbc"), re.split(r"\b", "a b"), re.split("(a)|b", "xbya"))
print(re.split(b",", b"a,b"), re.split("", "ab"), re.split("a", ""))
print(re.findall("a|(b)", "ab"), re.findall("(a)(b)?", "aab"), re.findall("", "ab"), re.findall(b"\\w", b"a\xe9b"), re.findall("a*?", "aa"))
print(re.escape("a.b*c\n é-~_/"), re.escape(b"a.b\xff"), re.fullmatch(re.escape("[x]"), "[x]"))
print(re.findall(r"(?i)\w", "aÉ"), re.sub("(?i)é", "e", "É"), re.sub("a", "\\\\", "a"))
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\s+", None), ("[a-z]+", lambda s, t: t), ("[+]", "PLUS")])
print(scanner.scan("12 ab +3?x"))
print(re.RegexFlag.I | re.RegexFlag.M, repr(re.I | re.X), re.I.value, repr(re.NOFLAG), ~re.I, str(re.A))
re.purge()
print(re.sub(pattern="a", repl="b", string="a", count=0, flags=re.I), re.compile("a").sub(string="a", repl="c"))
