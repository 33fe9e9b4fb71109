import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.add_done_callback(lambda f: print("callback", f.result()))
    f.add_done_callback(lambda f: print("second"))
    for read in (f.result, f.exception):
        try:
            read()
        except asyncio.InvalidStateError as error:
            print(error)
    print(f.done(), f.cancelled())
    f.set_result(5)
    print(f.done(), f.result(), f.exception())
    await asyncio.sleep(0)
    print(await f)
    try:
        f.set_result(6)
    except asyncio.InvalidStateError as error:
        print(error)
    g = loop.create_future()
    g.set_exception(ValueError("x"))
    try:
        await g
    except ValueError as error:
        print(error)
    h = loop.create_future()
    print(h.cancel("why"), h.cancelled())
    try:
        await h
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    try:
        loop.create_future().set_exception(StopIteration())
    except TypeError as error:
        print(error)
asyncio.run(main())
