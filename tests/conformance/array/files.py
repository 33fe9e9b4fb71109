import io
from array import array

file = io.BytesIO()
array("H", [1, 2, 3]).tofile(file)
file.seek(0)
a = array("H")
a.fromfile(file, 2)
print(a)
try:
    a.fromfile(file, 2)
except EOFError as error:
    print(error, a)
