import sys


async def work():
    pass


def make():
    return work()


def call():
    return make()


print(sys.get_coroutine_origin_tracking_depth())
for depth in 0, 1, 2, 10:
    sys.set_coroutine_origin_tracking_depth(depth)
    made = call()
    print(made.cr_origin and [(line, name) for file, line, name in made.cr_origin])
    made.close()
for wrong in -1, "1", None:
    try:
        sys.set_coroutine_origin_tracking_depth(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(sys.get_coroutine_origin_tracking_depth())
