from array import array

a = array("h", range(8))
print(a[2:5], a[::3], a[::-1], a[5:2], a[-1])
a[1:3] = array("h", [10, 11, 12])
print(a)
a[::4] = array("h", [-1, -2, -3])
print(a)
a[4:4] = a
print(a)
del a[::2]
print(a)
del a[1:3], a[0]
print(a)
for statement in ("a[0:1] = [1]", "a[::2] = array('h', [1])", "a[0:1] = array('d', [1])", "a['x']", "a[99] = 1", "del a[99]", "a[0] = 'x'"):
    try:
        exec(statement)
    except Exception as error:
        print(statement, type(error).__name__, error)
