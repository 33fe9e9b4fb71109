import sys

module = __import__("starry", fromlist=["*"])
print("starry.part" in sys.modules, module.part.name)
module.__all__ = [1]
try:
    __import__("starry", fromlist=["*"])
except TypeError as error:
    print(error)
