import sys
import traceback
from importlib import abc, util
from _folder import archive, folder


class Memory(abc.SourceLoader):
    def get_filename(self, fullname):
        return "memory.py"

    def get_data(self, path):
        return b"def f():\n    1 / 0\nf()\n"


class Finder:
    @staticmethod
    def find_spec(name, path, target=None):
        return util.spec_from_loader(name, Memory()) if name == "memory" else None


def names(error):
    return [(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]


sys.meta_path.append(Finder)
with folder() as place:
    archive(place + "/a.zip", {"fails.py": "def g():\n    1 / 0\n\ng()\n"})
    sys.path.insert(0, place + "/a.zip")
    for name in "memory", "fails":
        try:
            __import__(name)
        except ZeroDivisionError as error:
            print(names(error))
