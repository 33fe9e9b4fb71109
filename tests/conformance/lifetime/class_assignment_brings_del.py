import gc


class Plain:
    pass


class Finalised:
    def __del__(self):
        print("__del__ of", type(self).__name__)


def change(old, new):
    thing = old()
    thing.ring = thing
    thing.__class__ = new


change(Plain, Finalised)
gc.collect()
change(Finalised, Plain)
gc.collect()
print("end")
