x = "kept"
print([x for x in range(3)], x)
print({k: v for k, v in zip("ab", (1, 2))})
print({n % 2 for n in range(5)} == {0, 1})
print([(a, b) for a in range(3) if a for b in range(a) if b != 5])
print([y := 1, y ** 2], y)
def f():
    return [z := i for i in range(3)], z
print(f())
