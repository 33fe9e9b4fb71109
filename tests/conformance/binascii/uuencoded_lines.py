import binascii

for data in [b"", b"a", b"abc", bytes(range(45))]:
    line = binascii.b2a_uu(data)
    print(line, binascii.a2b_uu(line) == data, binascii.b2a_uu(data, backtick=True))
for line in [b" \n", b"#86)C", b"#86)", b"!80XX\n", b"$\x01000\n", b"#86)C   \r\n", b"#86)Cx\n", b"`\n", b"#8\x7f)C\n"]:
    try:
        print(line, binascii.a2b_uu(line))
    except binascii.Error as error:
        print(line, error)
