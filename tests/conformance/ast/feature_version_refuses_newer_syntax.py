import ast

SOURCES = [
    "(a := 1)", "def f(a, /): pass", "with (a as b): pass", "try: pass\nexcept* E: pass", "match x:\n case 1: pass",
    "async def f(): pass", "async def f():\n return [a async for a in b]", "a @ b", "a @= b", "x: int", "x.y: int = 1", "1_000",
    "f'a'", "f'{a=}'", "async = await = 1",
]
for source in SOURCES:
    for minor in range(4, 12):
        try:
            ast.parse(source, feature_version=(3, minor))
        except SyntaxError as error:
            print(minor, repr(source), error.msg, error.lineno, error.offset)
