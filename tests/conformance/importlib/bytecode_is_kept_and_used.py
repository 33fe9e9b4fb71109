import importlib
import os
import sys
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from _folder import folder, write

sys.dont_write_bytecode = False
with folder() as place:
    sys.path.insert(0, place)
    source = place + "/kept.py"
    write(source, "x = 1\n")
    os.utime(source, (1000000000, 1000000000))
    import kept
    cached = cache_from_source(source)
    print(kept.x, kept.__cached__ == cached, os.path.exists(cached))
    with open(cached, "rb") as file:
        data = file.read()
    print(data[:4] == MAGIC_NUMBER, data[4:16])

    # The same time and size: the source is not looked at.
    write(source, "x = 2\n")
    os.utime(source, (1000000000, 1000000000))
    importlib.invalidate_caches()
    print(importlib.reload(kept).x)
    # Another time.
    os.utime(source, (1000000001, 1000000001))
    print(importlib.reload(kept).x)
    # What cannot be read is written again.
    write(cached, "nonsense")
    print(importlib.reload(kept).x, open(cached, "rb").read(4) == MAGIC_NUMBER)

    # Bytecode alone will do, outside of __pycache__.
    os.rename(cached, place + "/alone.pyc")
    os.unlink(source)
    importlib.invalidate_caches()
    import alone
    print(alone.x, alone.__file__ == place + "/alone.pyc", type(alone.__loader__).__name__, alone.__loader__.get_source("alone"))
    write(place + "/broken.pyc", "nonsense")
    try:
        importlib.invalidate_caches()
        import broken
    except ImportError as error:
        print(error, error.name, error.path == place + "/broken.pyc")
print(len(source_hash(b"x")), source_hash(b"x") == source_hash(b"x"), source_hash(b"x") == source_hash(b"y"))
