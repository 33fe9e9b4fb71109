class I:
    def __index__(self): return 2
class T:
    def __bool__(self): return "yes"
print([10, 20, 30][I()], hex(I()), list(range(I())), "ab" * I())
try:
    bool(T())
except TypeError as error:
    print(error)
class L:
    def __len__(self): return -1
try:
    len(L())
except ValueError as error:
    print(error)
