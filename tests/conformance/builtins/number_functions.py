print(abs(-3), abs(-2.5), abs(-2**63), divmod(7, -2), divmod(7.5, 2), pow(2, 10), pow(3, -1, 7), pow(2, 100, 17), round(2.5), round(3.5),
      round(2.675, 2), round(1234, -2), bin(-5), oct(64), hex(255), hex(-2**70), bin(0), chr(97), chr(0x1F600), ord("a"), ord("\U0001f600"), ord(b"a"))
for source in ("abs('a')", "divmod(1, 'a')", "pow('a', 2)", "pow(2, -1, 0)", "round('a')", "bin(1.5)", "chr(-1)", "chr(1114112)",
               "chr('a')", "ord('ab')", "ord(5)", "ord('')"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
