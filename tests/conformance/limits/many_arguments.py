names = ", ".join(f"a{i}" for i in range(1000))
space = {}
exec(f"def f({names}): return a0 + a500 + a999", space)
print(space["f"](*range(1000)))
print(eval("max(" + ", ".join(map(str, range(2000))) + ")"))
print(len(eval("dict(" + ", ".join(f"k{i}={i}" for i in range(1000)) + ")")))
