import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    for args, kwargs in (([], {}), (future, {}), ([future], {'return_when': 'SOMETIMES'})):
        try:
            await asyncio.wait(args, **kwargs)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    print(await asyncio.wait({future}, timeout=0.01) == (set(), {future}))
    try:
        asyncio.as_completed(future).__next__()
    except TypeError as error:
        print(error)


asyncio.run(main())
