import unicodedata

for char in "aé½가中\U0001F600\x07\ue000\u0378":
    print(ascii(char), unicodedata.name(char, None))
for name in ("SPACE", "space", "BELL", "ALERT", "LATIN CAPITAL LETTER GHA", "HANGUL SYLLABLE GAGG", "CJK UNIFIED IDEOGRAPH-4E00",
             "KEYCAP DIGIT ONE", b"SPACE"):
    print(name, ascii(unicodedata.lookup(name)))
for name in ("NO SUCH NAME", "hangul syllable gagg", "CJK UNIFIED IDEOGRAPH-4e00", "", "x" * 300):
    try:
        print(unicodedata.lookup(name))
    except KeyError as error:
        print(error)
