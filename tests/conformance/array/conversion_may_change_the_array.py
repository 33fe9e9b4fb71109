from array import array


class Clearing:
    def __index__(self):
        del a[:]
        return 1


a = array("i", [1, 2, 3])
a[2] = Clearing()
print(a)
