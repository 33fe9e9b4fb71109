from names import *
print(sorted(n for n in globals() if not n.startswith("__")))
from chosen import *
print(sorted(n for n in globals() if not n.startswith("__")))
