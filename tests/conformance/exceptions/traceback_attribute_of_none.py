x = None
x.foo().bar
