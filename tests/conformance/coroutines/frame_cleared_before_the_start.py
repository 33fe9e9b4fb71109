import warnings


async def work():
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    frame = work().cr_frame
    print([str(warning.message) for warning in caught])
    frame.clear()
    waiting = work()
    caught.clear()
    waiting.cr_frame.clear()
    print(caught[0].message)
    waiting.close()
