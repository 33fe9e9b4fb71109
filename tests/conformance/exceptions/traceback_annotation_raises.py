x = y = lambda: 0; x().y
