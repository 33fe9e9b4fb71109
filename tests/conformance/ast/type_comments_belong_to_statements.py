# PEP 484's comments are part of the tree when asked for; otherwise they are comments.
import ast

SOURCE = """\
x = y = []  # type: List[int]
x = 1; z = 2  #type:int  # and more
for i in x:  # type: int
    pass
with x as f:  # type: IO
    pass
with (x, y):  # type: Pair
    pass
async def g():
    async for i in x:  # type: int
        async with i as j:  # type: J
            pass
"""
for asked in True, False:
    for node in ast.walk(ast.parse(SOURCE, type_comments=asked)):
        if hasattr(node, "type_comment"):
            print(asked, node.lineno, type(node).__name__, node.type_comment)
print(ast.dump(ast.parse(SOURCE, type_comments=True).body[4].items[0]) == ast.dump(ast.parse(SOURCE).body[4].items[0]))
