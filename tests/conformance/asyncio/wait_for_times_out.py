import asyncio
async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("slow ends")
async def quick(): return "quick"
async def main():
    print(await asyncio.wait_for(quick(), 1))
    try:
        await asyncio.wait_for(slow(), 0.05)
    except asyncio.TimeoutError as error:
        print(type(error).__name__, asyncio.TimeoutError is TimeoutError)
    print(await asyncio.wait_for(quick(), None))
asyncio.run(main())
