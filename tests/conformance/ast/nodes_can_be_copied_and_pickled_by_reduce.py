import ast
import copy

tree = ast.parse("a[b] = {c: 1}")
twin = copy.deepcopy(tree)
print(ast.dump(twin) == ast.dump(tree), twin.body[0] is tree.body[0])
print(ast.Name("x").__reduce__(), ast.Pass().__reduce_ex__(2))
