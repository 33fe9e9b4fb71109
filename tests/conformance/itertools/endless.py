from itertools import count, cycle, repeat, islice
print(list(islice(count(5), 3)), list(islice(count(0.5, 0.5), 3)), count(3), count(1, 2), list(islice(cycle("ab"), 5)), list(repeat(7, 3)), repeat(1, 2), repeat(1))
print(list(islice(count(2**63 - 2), 4)), list(cycle([])), list(map(pow, range(4), repeat(2))))
