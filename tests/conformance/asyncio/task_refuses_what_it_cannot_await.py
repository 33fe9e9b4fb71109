import asyncio
class Yields:
    def __init__(self, value):
        self.value = value
    def __await__(self):
        return (yield self.value)
async def bad(value):
    await Yields(value)
async def main():
    loop = asyncio.get_running_loop()
    for make in (lambda: 5, lambda: "text", lambda: loop.create_future()):
        try:
            await asyncio.create_task(bad(make()), name="bad")
        except RuntimeError as error:
            print(str(error).split(" in task")[0])
    async def itself():
        await asyncio.current_task()
    try:
        await asyncio.create_task(itself())
    except RuntimeError as error:
        print(str(error)[:27])
    foreign = asyncio.new_event_loop()
    async def other():
        await foreign.create_future()
    try:
        await asyncio.create_task(other())
    except RuntimeError as error:
        print(str(error)[-28:])
    foreign.close()
    print(await asyncio.create_task(bad(None)))
asyncio.run(main())
