class A(1/0): pass
