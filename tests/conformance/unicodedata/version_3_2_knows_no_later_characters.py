import unicodedata

old = unicodedata.ucd_3_2_0
print(unicodedata.unidata_version, old.unidata_version, type(old))
for char in "a\U0001F600\u0242\u1e9e":
    print(ascii(char), old.category(char), old.name(char, None), repr(old.bidirectional(char)))
print(ascii(old.normalize("NFD", "\U0002F868")), ascii(unicodedata.normalize("NFD", "\U0002F868")))
for name in ("SPACE", "GRINNING FACE", "NULL"):
    try:
        print(ascii(old.lookup(name)))
    except KeyError as error:
        print(error)
