import inspect
import types


class First(type):
    def __dir__(cls):
        return ["one"]

    def __getattr__(cls, name):
        if name == "one":
            return 1
        raise AttributeError(name)


class Second(First):
    def __dir__(cls):
        return ["one", "two"]

    def __getattr__(cls, name):
        if name == "two":
            return 2
        return super().__getattr__(name)


class C(metaclass=Second):
    @types.DynamicClassAttribute
    def two(self):
        return "of an instance"


for attribute in inspect.classify_class_attrs(C):
    if attribute.name in ("one", "two"):
        print(attribute.name, attribute.kind, attribute.defining_class.__name__,
              attribute.object if isinstance(attribute.object, int) else type(attribute.object).__name__)
