import sys
from _folder import folder, write

with folder() as place:
    write(place + "/one/space/a.py", "name = 'a'\n")
    write(place + "/two/space/b.py", "name = 'b'\n")
    write(place + "/two/space/deep/c.py", "name = 'c'\n")
    sys.path.append(place + "/one")
    import space
    import space.a
    print(space.a.name, len(space.__path__), hasattr(space, "__file__"), type(space.__path__).__name__)
    try:
        import space.b
    except ModuleNotFoundError as error:
        print(error)
    sys.path.append(place + "/two")
    import space.b
    import space.deep.c
    print(space.b.name, space.deep.c.name, [path.replace(place, "") for path in space.__path__])
    print(repr(space.__path__).replace(place, ""), place + "/two/space" in space.__path__)
    space.__path__.append("/more")
    print(repr(space).split(" at ")[0], space.__spec__.loader.is_package("space"))
