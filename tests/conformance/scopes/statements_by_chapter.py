def f(*, a, **k): return a, k
print(f(**{'a': 1, 'b': 2}), [*range(3), *'ab'], {**{'a': 1}, 'b': 2, **{'a': 3}}, (*[1], 2), {*[1, 2], 3})
a, *b = [1, 2, 3]; print(a, b); *a, b = 'xyz'; print(a, b); a, (b, *c), d = 1, [2, 3, 4], 5; print(a, b, c, d); [x, y] = 1, 2; (z,) = [3]; print(x, y, z)
for src in ('a, b = 1', 'a, b = []', 'a, b = [1]', 'a, b = 1, 2, 3', 'a, *b, c = [1]', 'a, b = {}', 'a, b = None', '*a, = 1', 'a, b = iter([1,2,3])', 'for x, y in [1]: pass', '[a, b] = "abc"'):
    try: exec(src)
    except Exception as e: print(src, '->', type(e).__name__, e)
i = 0; l = [0, 0]; i, l[i] = 1, 9; print(i, l)
x = y = z = []; print(x is y is z); x += [1]; print(y)
t = ([],)
try: t[0] += [1]
except TypeError as e: print(e, t)
print(1 if 0 else 2, 0 or 'a', 1 and 0, not 0, 1 < 2 < 3, 1 < 2 > 3, 1 == 1.0 != 2, (lambda *a, **k: (a, k))(1, b=2), [i for i in range(5) if i % 2 if i > 1], {i: j for i, j in zip('ab', 'cd')}, (n := 5) + n, [y := 1, y**2])
print([(i, j) for i in range(3) for j in range(i)], [[j for j in range(i)] for i in range(3)], {x % 3 for x in range(10)}, sum(x for x in range(4)), [f := lambda: x for x in range(2)][0]())
while True:
    break
else: print('no')
for i in []: pass
else: print('else')
for i in range(3):
    if i == 1: continue
    print(i)
else: print('done', i)
try: pass
except: pass
else: print('else')
finally: print('finally')
def g():
    try: return 'try'
    finally: print('fin')
def h():
    for i in range(3):
        try: continue
        finally: print('c', i)
    try: 1/0
    except ZeroDivisionError: return 'exc'
    finally: return 'override'
print(g(), h())
try:
    try: raise ValueError(1)
    except ValueError as e: raise TypeError(2) from e
except TypeError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try: e
except NameError as x: print(x)
try: x
except NameError as err: print(err)
import sys
print(sys.exc_info())
with open(__file__) as f1, open(__file__) as f2: print(f1.closed)
print(f1.closed)
class CM:
    def __init__(s, n, sup=False): s.n = n; s.sup = sup
    def __enter__(s): print('enter', s.n); return s.n
    def __exit__(s, *a): print('exit', s.n, a[0]); return s.sup
with (CM(1) as a, CM(2, True) as b): print(a, b); raise KeyError
with CM(3): 
    try: pass
    finally: print('x')
def w():
    with CM(4): return 'r'
print(w())
for i in range(2):
    with CM(i):
        if i: break
        continue
