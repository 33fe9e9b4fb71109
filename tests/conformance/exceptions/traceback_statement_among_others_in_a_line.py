print(1, 2, 3, sep=4)
