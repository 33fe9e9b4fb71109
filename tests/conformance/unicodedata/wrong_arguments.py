import unicodedata

for call in (lambda: unicodedata.name("ab"), lambda: unicodedata.category(1), lambda: unicodedata.category("ab"),
             lambda: unicodedata.normalize("NFC", 1), lambda: unicodedata.name("\x07"), lambda: unicodedata.decimal("a"),
             lambda: unicodedata.digit("a"), lambda: unicodedata.numeric("a"), lambda: unicodedata.UCD(),
             lambda: unicodedata.lookup(bytearray(b"SPACE")), lambda: unicodedata.lookup(1)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
