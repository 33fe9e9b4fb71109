import ast

tree = ast.parse("def f(a, /, b: int = 1, *c, d, **e):\n    'doc'\n    return a + -b if c else (yield)\n")
print(ast.dump(tree, indent=2))
print(ast.dump(ast.parse("x = [1, 'two', b'3', None, ...]")))
print(ast.dump(ast.parse("x.y[1:2]", mode="eval"), annotate_fields=False))
print(ast.dump(ast.parse("x", mode="eval"), include_attributes=True))
