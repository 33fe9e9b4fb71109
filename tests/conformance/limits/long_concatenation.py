print(eval(" + ".join(["1"] * 1000)))
print(len(eval("'a' " * 3000)))
print(eval("1 < 2" + " < 3" * 0 + " and 1" * 2000))
