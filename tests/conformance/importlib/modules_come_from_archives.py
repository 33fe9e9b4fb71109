import sys
from _folder import archive, folder

with folder() as place:
    path = place + "/app.zip"
    archive(path, {
        "plain.py": "x = 1\ndef fail():\n    raise ValueError('inside')\n", "pack/__init__.py": "y = 2\n",
        "pack/sub.py": "from . import y\nz = y + 1\n", "wrong.py": "x = (\n", "space/": "", "space/part.py": "part = 4\n",
    }, before=b"#!/bin/sh\n", comment=b"PK is in here")
    sys.path.insert(0, path)
    import plain
    import pack.sub
    import space.part
    print(plain.x, pack.sub.z, space.part.part)

    def shown(text):
        return str(text).replace(place, "PLACE")
    print(shown(plain.__file__), shown(pack.__path__), shown(pack.sub.__spec__.origin), shown(list(space.__path__)))
    print(shown(plain.__loader__), type(plain.__loader__).__name__, shown(plain.__loader__.archive), repr(pack.sub.__loader__.prefix))
    try:
        import wrong
    except SyntaxError as error:
        print(shown(error.filename), error.lineno, error.msg)
    try:
        import missing
    except ModuleNotFoundError as error:
        print(error)
    try:
        plain.fail()
    except ValueError as error:
        print(shown(error.__traceback__.tb_next.tb_frame.f_code.co_filename), error.__traceback__.tb_next.tb_lineno)
    import linecache
    print(linecache.getline(plain.__file__, 3, plain.__dict__).strip())
