from _collect import show

show('x is 1', 'x is not "a"', '1 is x', 'x is ()', 'x is (1, 2)', 'x is -1', 'x is 1.0', 'x is b""')
show('x is None', 'x is True', 'x is ...', 'x is [1]', 'x is f"{x}"', 'x == 1')
show('def f():\n  try: pass\n  finally:\n    x is 1', 'if 0:\n  x is 1', 'lambda: x is 1', 'x is y is 1')
