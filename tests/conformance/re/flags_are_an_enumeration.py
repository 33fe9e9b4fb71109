import re

print(list(re.RegexFlag.__members__.items()))
print([repr(flag) for flag in (re.I, re.I | re.S, ~re.I, ~(re.I | re.S | re.X | (1 << 20)), re.I | (1 << 20), re.NOFLAG)])
print(str(re.I), f"{re.I}", re.I.name, (re.I | re.S).value, list(re.I | re.S), re.I in (re.I | re.S), re.RegexFlag["I"], re.I == 2)
print(re.RegexFlag.__module__, re.RegexFlag(16) is re.DOTALL, re.compile("a", re.I | re.X))
