import asyncio
async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    def note(text):
        return lambda f: print(text, f.result())
    twice = note("twice")
    future.add_done_callback(note("first"))
    future.add_done_callback(twice)
    future.add_done_callback(note("third"))
    future.add_done_callback(twice)
    print(future.remove_done_callback(twice), future.remove_done_callback(twice))
    future.set_result("r")
    print("set")
    await asyncio.sleep(0)
    future.add_done_callback(note("after"))
    print("added")
    await asyncio.sleep(0)
asyncio.run(main())
