class A:
    def __repr__(self): raise ValueError('r')
print([A()])
