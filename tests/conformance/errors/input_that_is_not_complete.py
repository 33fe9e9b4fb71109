import ast


def tell(*sources):
    for source in sources:
        said = []
        for mode in "single", "exec":
            try:
                # PyCF_ALLOW_INCOMPLETE_INPUT, as interactive consoles compile.
                compile(source, "s.py", mode, 0x4000)
                said.append("compiles")
            except SyntaxError as error:
                said.append(f"{type(error).__name__}: {error.msg}")
        print(repr(source), *said, sep=" | ")


tell("x = (", "x = (1,", "[1", "{1:", "f(", "class A(", "(\n", "{**", "x = {\n")
tell("if x:\n", "if x:\n  pass\n", "def f():\n", "try:\n  pass\n", "for x in y:\n", "class A:\n", "match x:\n", "@dec\n", "if x: pass\n")
tell('"""abc', "r'''", "x \\\n", "\\\n", "x = 1\n", "", "pass")
tell(")", "(]", "$", "x = 5 5\n", "1 + + \n", "if 1:\n  x\n y\n", "def f(a, a): pass\n", "x\n y\n", "0x\n")
