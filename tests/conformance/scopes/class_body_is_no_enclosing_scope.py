x = "global"
class A:
    x = "class"
    y = x
    def method(self):
        return x
    z = [x for _ in range(1)]
    w = [i for i in x]
print(A.y, A().method(), A.z, A.w)
