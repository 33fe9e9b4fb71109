import gc
import warnings


async def work():
    pass


def forget():
    waiting = work()
    ring = [waiting]
    ring.append(ring)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    forget()
    gc.collect()
    print([(warning.category.__name__, str(warning.message)) for warning in caught])
