import beside
import beside as other
from beside import value, double as twice
print(beside is other, value, twice(4), beside.__name__, beside.__file__.endswith("__init__.py"))
beside.value = 99
from beside import value as again
print(value, again)
