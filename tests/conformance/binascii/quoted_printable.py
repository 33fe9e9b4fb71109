import binascii

for data in [
    b"a b ", b"a\t\n", b"a \r\nb", b"a\rb", b"=\xff\x00", b"x" * 80, b"x" * 76, b"x" * 75 + b" ", b"\xe9" * 30, b"a_b", b".\n", b".a",
    b"x" * 77 + b"\r\n", b"a\n.\n",
]:
    for options in [{}, {"quotetabs": True}, {"istext": False}, {"header": True}]:
        text = binascii.b2a_qp(data, **options)
        print(options, text, binascii.a2b_qp(text, header="header" in options) == data)
for text in [b"= ", b"==", b"=AX", b"=4", b"=\n", b"=\r\nx", b"===41", b"=3d=3D", b"=\rabc\nx"]:
    print(text, binascii.a2b_qp(text))
