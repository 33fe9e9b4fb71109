import asyncio
async def low(n):
    await asyncio.sleep(0)
    return 1 / n
async def middle(n):
    return await low(n) + 1
async def main():
    print(await middle(1))
    try:
        await middle(0)
    except ZeroDivisionError as error:
        tb = error.__traceback__
        while tb:
            print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
            tb = tb.tb_next
asyncio.run(main())
