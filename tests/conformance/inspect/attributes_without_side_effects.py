# getattr_static(), getmembers_static() and classify_class_attrs() run nothing of the program.
import inspect


class Watching:
    kept = 1

    @property
    def asked(self):
        print("asked")

    @property
    def __class__(self):
        print("class asked")
        return int

    def __getattr__(self, name):
        print("getattr", name)

    def __getattribute__(self, name):
        print("getattribute", name)
        return object.__getattribute__(self, name)

    @classmethod
    def of_class(cls):
        pass

    @staticmethod
    def alone():
        pass


watching = Watching()
object.__getattribute__(watching, "__dict__")["own"] = 2
print(inspect.getattr_static(watching, "kept"), inspect.getattr_static(watching, "own"),
      type(inspect.getattr_static(watching, "asked")), inspect.getattr_static(watching, "absent", "default"))
try:
    inspect.getattr_static(watching, "absent")
except AttributeError as error:
    print(repr(error))
print([(each.name, each.kind, each.defining_class.__name__) for each in inspect.classify_class_attrs(Watching)
       if not each.name.startswith("__")])
