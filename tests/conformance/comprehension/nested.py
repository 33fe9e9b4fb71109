matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([[a * b for b in range(3)] for a in range(3)])
print(sum(x for row in matrix for x in row))
print([*(i for i in range(3)), *[j for j in "ab"]])
print(dict((k, [v]) for k, v in [("a", 1)]))
