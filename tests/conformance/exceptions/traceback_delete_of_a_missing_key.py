x = {}
del x['a']
