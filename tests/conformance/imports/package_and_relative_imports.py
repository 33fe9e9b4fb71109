import package.sub.leaf
from package import sibling
from package.sub import leaf
print(package.__name__, package.__path__ is not None, package.sub.leaf is leaf)
print(leaf.where(), leaf.__package__, leaf.__name__, sibling.name)
print(package.__file__.endswith("__init__.py"))
