def show(x):
    print("evaluated", x)
    return x
g = (show(i) for i in show([1, 2]))
print("made")
print(list(g))
try:
    (x for x in 5)
except TypeError as error:
    print(error)
