import gc
import weakref


def run():
    class Short:
        def __init__(self, value):
            self.value = value

        def get(self):
            return self.value

    for number in range(100):
        item = Short(number)
        item.get()
        item.value = item.get()
    reference = weakref.ref(Short)
    del Short, item
    gc.collect()
    return reference()


print(run())
