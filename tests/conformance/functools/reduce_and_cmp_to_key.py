from functools import cmp_to_key, reduce
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 5), reduce(max, [3]))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
for source in ("reduce(max, [])", "reduce(max, 5)"):
    try:
        eval(source)
    except TypeError as error:
        print(error)
