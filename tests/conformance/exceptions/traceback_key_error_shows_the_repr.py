raise KeyError('a b')
