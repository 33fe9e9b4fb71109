def r(n):
    if n == 0: raise ValueError('end')
    r(n-1)
r(3)
