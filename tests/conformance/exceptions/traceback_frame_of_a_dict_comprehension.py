d = {k: v.foo for k, v in [(1, 2)]}
