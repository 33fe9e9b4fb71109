import gc
import weakref


class Phoenix:
    def __del__(self):
        global risen
        print('del')
        risen = self


bird = Phoenix()
bird.me = bird
reference = weakref.ref(bird)
del bird
gc.collect()
print(type(risen).__name__, gc.is_finalized(risen), reference())
risen.name = 'again'
reference = weakref.ref(risen)
print(reference().name)
del risen
gc.collect()
print('risen' in globals(), reference())
