import asyncio
async def main():
    try:
        async with asyncio.timeout(0.05):
            try:
                async with asyncio.timeout(5) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print("wrong")
            finally:
                print("inner expired:", inner.expired())
    except TimeoutError:
        print("outer")
    scope = asyncio.timeout(1)
    print(scope)
    try:
        scope.reschedule(5)
    except RuntimeError as error:
        print(error)
    async with scope:
        try:
            async with scope:
                pass
        except RuntimeError as error:
            print(error)
    try:
        scope.reschedule(5)
    except RuntimeError as error:
        print(error)
asyncio.run(main())
