import gc
import weakref


class Other:
    name = 'other'


class Holder:
    def __init__(self, other):
        self.reference = weakref.ref(other)

    def __del__(self):
        print('del', self.reference().name)


other = Other()
Holder(other)
gc.collect()
