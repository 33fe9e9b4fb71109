class A:
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls)
    def __init__(self, *args):
        print("init", args)
class Other:
    def __new__(cls):
        return "not an instance"
    def __init__(self):
        print("not called")
A(1, 2)
print(Other())
class Bad:
    def __init__(self): return 1
try:
    Bad()
except TypeError as error:
    print(error)
try:
    object(1)
except TypeError as error:
    print(error)
