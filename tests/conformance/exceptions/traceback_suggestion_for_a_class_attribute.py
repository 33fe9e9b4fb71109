class A:
    foo = 1
A.fooo
