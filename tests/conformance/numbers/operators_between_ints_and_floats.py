# + - * / and comparisons of an int with a float: exact where float() of the int is not.
ints = [0, 1, -1, 3, 2**53, 2**53 + 1, -(2**53) - 1, 2**63 - 1, -2**63, 2**63, 10**30]
floats = [0.0, -0.0, 0.5, -2.5, 2.0**53, 2.0**63, -2.0**63, 1e300, float('inf'), float('-inf'), float('nan')]
for i in ints:
    for f in floats:
        row = [i + f, f + i, i - f, f - i, i * f, f * i]
        for quotient in (lambda: i / f, lambda: f / i):
            try:
                row.append(quotient())
            except ZeroDivisionError as error:
                row.append(str(error))
        print(i, f, *row, ''.join('01'[test] for test in (i < f, i <= f, i == f, i != f, i > f, i >= f, f < i, f <= i, f == i, f != i, f > i, f >= i)))
total = 1
for step in (1, 0.5, 2, True):
    total += step
    total -= 0.25
    total *= 2
    total /= 4.0
    print(total)
try:
    10**400 + 1.0
except OverflowError as error:
    print(error)
for i in range(3):
    if i < 1.5:
        print(i, 'less')
    if 1.0 == i:
        print(i, 'equal')
