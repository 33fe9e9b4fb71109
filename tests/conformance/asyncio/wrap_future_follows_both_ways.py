import asyncio
import concurrent.futures


async def main():
    theirs = concurrent.futures.Future()
    ours = asyncio.wrap_future(theirs)
    print(asyncio.wrap_future(ours) is ours)
    theirs.set_result(5)
    print(await ours)
    theirs = concurrent.futures.Future()
    ours = asyncio.wrap_future(theirs)
    ours.cancel()
    await asyncio.sleep(0)
    print(theirs.cancelled())
    theirs = concurrent.futures.Future()
    ours = asyncio.wrap_future(theirs)
    theirs.set_exception(concurrent.futures.CancelledError())
    try:
        await ours
    except asyncio.CancelledError as error:
        print(type(error).__module__)
    try:
        asyncio.wrap_future(3)
    except AssertionError as error:
        print(error)


asyncio.run(main())
