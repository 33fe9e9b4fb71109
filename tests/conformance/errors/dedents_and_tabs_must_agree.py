from _tell import tell

tell('if 1:\n  x\n y', 'if 1:\n    if 2:\n        x\n      y', 'class C:\n  def f(self):\n    pass\n def g(self): pass')
tell('if 1:\n\tx\n        y', 'if 1:\n        x\n\ty', 'if 1:\n \tx\n\t y', '\tif 1:\n\t\tx\n\t  y', 'if 1:\n  x\n\ty', 'if True:\n  a\n  \tb')
tell('if 1:\n\tx\n\ty', 'if 1:\n\tif 2:\n\t\tx\n\ty')
