import ast

for source in (
    "x=1;y = ( x+1)*2 ** -3",
    "def f(a, /, b:int=1, *c, d=2, **e) -> int:\n  '''doc'''\n  return a,b",
    "async def g():\n  async with a as b, c: await d\n  async for x in y: pass\n  else: z",
    "class A(B, metaclass=C):\n  @dec\n  def f(self): yield from self",
    "match x:\n  case [1, *_, {'a': y, **rest}] | A(1, b=None) as z if z: pass\n  case _: pass",
    "try:\n  pass\nexcept* A as e:\n  raise B from e\nelse: 1\nfinally: 2",
    "if a: b\nelif c: d\nelse: e",
    "f'{x!r:>{width}} {{}} {y}' 'more'",
    "a = b, *c = d[1:2, ::3], d[()], {**e}, {*f}, [g for h in i if j]",
    "print(not a and (b or c), lambda *x: (yield), 1 .real, -1 ** 2, (a := 1), u'x', 1e400, 2j)",
    "global_ = x if y else z; del a, b[1]; import a.b as c; from .. import d; assert a, b",
    "with (a, b): pass\nfor x, in y: break\nwhile 1: continue",
):
    print(ast.unparse(ast.parse(source)))
    print("--")
