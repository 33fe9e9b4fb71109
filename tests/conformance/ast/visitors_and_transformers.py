import ast

class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print("name", node.id)

    def visit_Constant(self, node):
        print("constant", node.value)

Names().visit(ast.parse("a = b + 1 if c else 'd'"))

class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)

    def visit_Pass(self, node):
        return None

    def visit_Expr(self, node):
        return [node, node]

tree = Double().visit(ast.parse("x = 21\npass\nprint(x, 'ab')"))
print(ast.unparse(tree))
exec(compile(ast.fix_missing_locations(tree), "<tree>", "exec"))
