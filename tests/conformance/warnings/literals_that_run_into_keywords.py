from _collect import show

show('1if x else 2', '0x1for x in y', '1or x', '1and x', '1_0in x', '0b1or x', '0o7if x else 1', '1.5or x', '1jif x else 2', '1not in x', '1is x')
show('1 if x else 2', '1e5or 2', '0xfor x in y', '1else', '5a', '0b12', '0o8', '09', '0xg', '1__0', '1_', '0_7', '1.e', '1e+')
