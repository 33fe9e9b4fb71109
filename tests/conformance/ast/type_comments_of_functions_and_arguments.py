import ast

SOURCE = '''\
def behind(a):  # type: (int) -> str
    pass

def below(a):  # an ordinary comment

    # another
# type: (int) -> str
    pass

def each(
    a,  # type: A
    b=1,  # type: B
    /,
    *c,  # type: C
    d,
    **e  # type: E
):
    # type: (...) -> None
    pass
'''
for function in ast.parse(SOURCE, type_comments=True).body:
    print(function.name, function.type_comment)
    for node in ast.walk(function.args):
        if isinstance(node, ast.arg):
            print("  ", node.arg, node.type_comment)
