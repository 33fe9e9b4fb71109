import ast

for node in (ast.Num(1), ast.Str("s"), ast.Bytes(b"b"), ast.NameConstant(None), ast.Ellipsis()):
    print(type(node), node.value, [cls.__name__ for cls in (ast.Num, ast.Str, ast.Bytes, ast.NameConstant, ast.Ellipsis) if isinstance(node, cls)])
print(ast.Num(3).n, ast.Str("x").s, ast.Index(5), ast.ExtSlice([]).dims)
