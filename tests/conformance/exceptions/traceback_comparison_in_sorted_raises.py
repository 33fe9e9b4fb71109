sorted([3,1], key=lambda x: x.foo)
