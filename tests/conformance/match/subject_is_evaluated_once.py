def subject():
    print("subject")
    return 1, 2
match subject():
    case (2, x): print("no", x)
    case (1, x): print("yes", x)
match 1, 2:
    case a, b: print(a, b)
match *[1, 2], 3:
    case [*x]: print(x)
print(x, a, b)
