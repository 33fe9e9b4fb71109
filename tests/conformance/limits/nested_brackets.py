print(eval("(" * 100 + "1" + ")" * 100))
try:
    eval("(" * 300 + "1" + ")" * 300)
except (SyntaxError, MemoryError) as error:
    print(error)
