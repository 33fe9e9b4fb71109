import re

cases = [
    ("a*", "aaab"), ("a*?b", "aaab"), ("a*+a", "aaa"), ("(?>a|ab)c", "abc"), ("(a|ab)(c|bcd)(d*)", "abcd"), ("(?:a|ab)*+c", "aababc"),
    ("(a)|b", "b"), ("(?:(a)|b)*", "ab"), ("(a*)*", "aa"), ("(a*)+", "b"), ("(a|b)*?c", "abc"), ("(?=(a+))a*b\\1", "baaabac"),
    ("(?!foo)...", "foobar"), ("(?<=abc)def", "abcdef"), ("(?<!abc)def", "xbcdef"), ("(?<=(a))b", "ab"), ("(a)?(?(1)b|c)", "ab"),
    ("(a)?(?(1)b|c)", "c"), ("(?P<q>['\"])(.*?)(?P=q)", "say 'hi'"), ("^b", "a\nb"), ("(?m)^b", "a\nb"), ("a$", "a\n"), ("a\\Z", "a\n"),
    ("(?m)a$", "a\nb"), (".", "\n"), ("(?s).", "\n"), ("(?x) a  b # c\n c", "abc"), ("\\bfoo\\b", "a foo b"), ("\\Boo", "foo"), ("\\B", ""),
    ("\\b", ""), ("[^a]", "ab"), ("[]a]+", "]a"), ("[a-c-]+", "b-c"), ("[\\d\\s]+", "1 2"), ("[^\\W\\d]+", "12ab"), ("\\w+", "é٣_"),
    ("(?a)\\w+", "aé"), ("(?i)STRASSE", "straße strasse"), ("(?i)ſ", "S"), ("(?i)[k]", "\u212a"), ("(?i)é", "É"), ("(?i:a)b", "Ab"),
    ("(?i:a)b", "AB"), ("(?i)(?-i:a)b", "aB"), ("x{2,3}", "xxxx"), ("x{2}", "x"), ("x{,2}", "xxx"), ("x{2,}?", "xxxx"), ("x{a}", "x{a}"),
    ("x{1", "x{1"), ("(?:ab){2,3}", "abababab"), ("(?:ab){2,3}?", "abababab"), ("\\101\\x42\\u0043\\N{LATIN SMALL LETTER D}", "ABCd"),
    ("😀.", "a😀😀b"), ("[😀-😂]+", "x😁😂"), ("(a)(b)?", "a"), ("(?:a?)*?b", "aab"), ("(a(?=b))?c", "c"), ("()*", "a"), ("(?:)+", ""),
    ("(?i)i", "İ"), ("a|b|cd", "cd"), ("(|a)+", "aaa"), ("(?:(?:a|b)c|d)+e", "acbcde"), ("((.)\\2)+", "aabbc"), ("[a-z]+?\\d", "ab1"),
    ("(?P<x>a)(?P<y>b)?", "a"), ("\\d{3}|[a-f]{4}", "xx abcd"), ("^(?:a+)+$", "a" * 20), ("(?i)[^x]", "X"), ("(?s:.)(.)?", "\n\n"),
]
for pattern, text in cases:
    m = re.search(pattern, text)
    if m is None:
        print(pattern, repr(text), None)
    else:
        print(pattern, repr(text), m.span(), m.groups(), m.lastindex, m.lastgroup, m.regs)
print(len(re.match("(?:a|b)*", "ab" * 50000).group()))
print(re.match("(?:(a)|b)*c", "ab" * 5000))
