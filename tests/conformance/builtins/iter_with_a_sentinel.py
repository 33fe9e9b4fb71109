numbers = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(numbers), 0)), list(numbers))
print(next(iter([]), "default"), any([0, 1]), all([]), any(x > 2 for x in range(5)), all([1, 0]))
