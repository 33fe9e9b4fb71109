source = ""
for i in range(18):
    source += "    " * i + f"def f{i}(a{i}):\n"
source += "    " * 18 + "return " + " + ".join(f"a{i}" for i in range(18)) + "\n"
for i in reversed(range(1, 18)):
    source += "    " * i + f"return f{i}(a{i - 1} + 1)\n"
space = {}
exec(source, space)
print(space["f0"](1))
