import asyncio


class Loop(asyncio.SelectorEventLoop):
    pass


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = Loop

    def new_event_loop(self):
        print('new loop')
        return Loop()


asyncio.set_event_loop_policy(Policy())


async def main():
    return type(asyncio.get_running_loop()).__name__


print(asyncio.run(main()))
try:
    asyncio.set_event_loop_policy(3)
except TypeError as error:
    print(error)
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
