import gc


class Broken:
    def __init__(self):
        raise ValueError('broken')

    def __del__(self):
        print('del', vars(self))


try:
    Broken()
except ValueError as error:
    print(error)
gc.collect()
