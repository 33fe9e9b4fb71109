class A:
    def __lt__(self, o): 1/0
sorted([A(), A()])
