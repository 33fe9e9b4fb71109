body = "\n".join(f"    v{i} = {i}" for i in range(3000))
space = {}
exec(f"def f():\n{body}\n    return v0 + v255 + v256 + v2999", space)
print(space["f"]())
