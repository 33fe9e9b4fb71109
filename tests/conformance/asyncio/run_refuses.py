# stderr: ignored
import asyncio
async def main():
    try:
        asyncio.run(main())
    except RuntimeError as error:
        print(error)
asyncio.run(main())
try:
    asyncio.run(5)
except ValueError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
