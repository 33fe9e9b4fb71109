import gc


class Thing:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print('del', self.name)


class Things(list):
    def __del__(self):
        print('del of', len(self))


def make():
    Thing('in a function')


thing = Thing('global')
del thing
gc.collect()
make()
gc.collect()
things = Things([1, 2])
things.append(things)
del things
gc.collect()
gc.collect()
