from _collect import show

show('1()', '"a"()', '[1]()', '(1, 2)()', '{1}()', '{1: 2}()', 'None()', '...()', 'True()', 'b"s"(1)', 'f"{x}"()')
show('(lambda: 1)()', '(x for x in y)()', '[x for x in y]()', 'x()', '[(1, 2) (3, 4)]')
