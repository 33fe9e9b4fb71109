import ast

for cls in (ast.AST, ast.Module, ast.stmt, ast.FunctionDef, ast.arg, ast.Add, ast.pattern, ast.MatchAs):
    print(cls, cls.__bases__, cls._fields, cls._attributes, cls.__match_args__)
    print(cls.__doc__)
print(ast.Return().value, ast.arg("x").annotation, hasattr(ast.Expr(), "value"))
print(isinstance(ast.Add(), ast.operator), ast.expr_context.__subclasses__()[:3])
