top = 1
def f(a, b=2):
    c = a + b
    return sorted(locals().items())
print(f(1))
print("top" in globals(), globals()["top"], globals() is locals())
exec("made = top + 1")
print(made)
space = {"x": 10}
print(eval("x * 2", space), "__builtins__" in space)
