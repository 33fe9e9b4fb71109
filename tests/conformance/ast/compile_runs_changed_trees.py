import ast

tree = ast.parse("total = 2 * 3\nprint(total)")
tree.body[0].value.op = ast.Add()
exec(compile(tree, "<tree>", "exec"))
print(eval(compile(ast.Expression(ast.Constant((1, frozenset([2]), 3.5), lineno=1, col_offset=0)), "", "eval")))
print(compile(tree, "", "exec", ast.PyCF_ONLY_AST) is tree)
print(ast.parse("1 + 1").body[0].value.op is ast.parse("2 + 2").body[0].value.op)
