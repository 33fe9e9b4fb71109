import sys


async def work():
    pass


def make():
    work()


sys.set_coroutine_origin_tracking_depth(3)
make()
