body = "\n".join("        x += 1" for _ in range(20000))
space = {}
exec(f"def f(n):\n    x = 0\n    for i in range(n):\n{body}\n    return x", space)
print(space["f"](3), space["f"](0))
