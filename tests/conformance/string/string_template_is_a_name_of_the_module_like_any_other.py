import string

print("Template" in dir(string))
print(string.Template.__module__, string.Template.__qualname__)
print(string.Template("$who: ${what}, $$1").substitute({"who": "a"}, what="b"))
try:
    string.Templates
except AttributeError as error:
    print(error)

from string import *

print(Template is string.Template, Template("$x").safe_substitute())


class Percent(Template):
    delimiter = "%"


print(Percent("%x and $x").substitute(x=1))
