import asyncio


async def main():
    for program, options in (("no-such-program", {}), ("true", {"cwd": "/no/such/folder"}), ("true", {"bufsize": 1}),
                             ("true", {"universal_newlines": True}), ("true", {"shell": True}), (3, {})):
        try:
            await asyncio.create_subprocess_exec(program, **options)
        except Exception as error:
            print(type(error).__name__, error)
    try:
        await asyncio.create_subprocess_shell(["a", "list"])
    except ValueError as error:
        print(error)


asyncio.run(main())
