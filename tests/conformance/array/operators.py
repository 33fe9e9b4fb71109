from array import array

a = array("d", [1, 2])
b = array("i", [1, 2])
print(a + a, a * 2, 2 * a, a * 0, a == b, a != b, a < array("d", [1, 3]), a == [1, 2])
a += array("d", [3])
a *= 2
print(a)
for statement in ("a + b", "a + [1]", "a += [1]", "a += b", "a * 1.5", "array('u', b)", "array('i', array('u', 'x'))"):
    try:
        exec(statement)
    except TypeError as error:
        print(statement, error)
