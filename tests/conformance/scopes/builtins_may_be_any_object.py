from types import MappingProxyType

exec("print(len('abc'))", {"__builtins__": MappingProxyType({"print": print, "len": lambda text: 42})})
exec("number = 1", {"__builtins__": 123})
try:
    exec("print(1)", {"__builtins__": 123})
except TypeError as error:
    print(error)
try:
    exec("print(1)", {"__builtins__": {}})
except NameError as error:
    print(error)
try:
    exec("class C: pass", {"__builtins__": MappingProxyType({})})
except NameError as error:
    print(error)

names = {"__builtins__": MappingProxyType({})}
exec("def f(): pass", names)
print(names["f"].__builtins__)
