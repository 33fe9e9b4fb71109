import gc


class Thing:
    def __init__(self):
        self.me = self


Thing()
gc.collect()
Thing.__del__ = lambda self: print('del')
Thing()
gc.collect()
