import string

print(string.ascii_letters, string.digits, string.hexdigits, string.punctuation, repr(string.whitespace), len(string.printable), string.capwords("hello  world-x", None), string.capwords("a-b", "-"))
t = string.Template("$who likes ${what} $$5 $who")
print(t.substitute(who="tim", what="kung"), t.safe_substitute(who="x"), t.substitute({"who": 1}, what=2), t.is_valid(), t.get_identifiers(), t.template)
for text in ("$", "a\nb $ c", "${x", "$1"):
    try:
        string.Template(text).substitute()
    except ValueError as e:
        print(e)
    print(string.Template(text).safe_substitute(), string.Template(text).is_valid())
try:
    t.substitute(who=1)
except KeyError as e:
    print(repr(e))


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%a_b %x %%").safe_substitute(a_b=1))
f = string.Formatter()
print(f.format("{} {} {x!r:>5} {{}} {0[1]}" if False else "{} {} {x!r:>5} {{}}", 1, 2, x="a"), f.format("{0.real} {1[k]} {1[k]:{2}}", 3, {"k": "v"}, ">4"), f.vformat("{0}", ["a"], {}))
print(list(f.parse("a{b!r:c}d{}e{{")), f.get_field("0.x[1]", [type("A", (), {"x": [1, 2]})], {}))
for bad in ("{", "}", "{0", "{!z}", "{} {0}", "{0} {}", "{a"):
    try:
        print(f.format(bad, 1))
    except (ValueError, KeyError) as e:
        print(repr(bad), type(e).__name__, e)
