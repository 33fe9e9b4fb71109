while True:
    x = next(iter(()))
