import codecs

for text in ("a+b", "~\\", "é", "éa", "é-", "é!", "\U0001F600", "\ud800", "\0\t\n\x7f", "é+-", "éé ", "€"):
    data = text.encode("utf-7")
    print(ascii(text), data, data.decode("utf-7") == text)
for data in (b"+", b"+-", b"+A", b"+AGE", b"+AGEA-", b"+AGF-", b"a\xff", b"+@x", b"+2AE-", b"+2AHcAQ", b"+2AHcA", b"+AGE-b", b"++-"):
    for errors in ("strict", "replace"):
        try:
            print(data, ascii(data.decode("utf-7", errors)))
        except UnicodeDecodeError as error:
            print(data, error)
print(codecs.utf_7_decode(b"a+AG", "strict", False), codecs.lookup("utf-7").name)
