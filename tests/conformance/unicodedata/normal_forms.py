import unicodedata

for text in ("café", "cafe\u0301", "\ufb01\u00b2", "a\u0323\u0307\u0301", "a\u0301\u0307\u0323", "\uac01", "\u1100\u1161\u11a8", "\u212b"):
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        print(form, ascii(unicodedata.normalize(form, text)), unicodedata.is_normalized(form, text))
try:
    unicodedata.normalize("NFX", "é")
except ValueError as error:
    print(error)
print(repr(unicodedata.normalize("NFX", "")))
