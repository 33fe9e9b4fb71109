from _collect import show

show('assert (x, "message")', 'assert (x,)', 'assert ()', 'assert x, "message"', 'assert (x)', 'def f():\n  assert (1, 2)')
