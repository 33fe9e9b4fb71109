from _tell import tell

tell('if 1:\nx', 'if 1:\n x\nelif 2:\ny', 'if 1:\n x\nelse:\ny', 'for x in y:\nz', 'for x in y:\n z\nelse:\nw', 'while x:\nz', 'with x:\nz',
     'with x as y, z:\nq', 'def f():\nx', 'class A:\nx', 'async def f():\nx', 'match x:\ncase 1: pass', 'match x:\n case 1:\n x')
tell('try:\nx', 'try:\n x\nexcept:\ny', 'try:\n x\nexcept E:\ny', 'try:\n x\nexcept E as e:\ny', 'try:\n x\nfinally:\ny', 'try:\n x\nexcept* E:\ny')
tell('async def f():\n async for x in y:\n z', 'async def f():\n async with x:\n z', 'if 1:', 'def f():', 'def f():\n  # only a comment\n')
tell(' x', 'x\n  y', '  # comment\n x', 'a\n\n   b', '@x\n y', 'if 1:\n  x\n    y')
