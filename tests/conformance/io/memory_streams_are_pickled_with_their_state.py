import copy
import io

text = io.StringIO('a\nb', newline='\r\n')
text.seek(2)
text.note = 'kept'
for twin in copy.deepcopy(text), copy.copy(text):
    print(twin.__getstate__(), twin.read(), twin.note)
data = io.BytesIO(b'abc')
data.seek(1)
print(data.__reduce_ex__(2)[1:])
for stream in io.BufferedReader(data), io.TextIOWrapper(data):
    try:
        stream.__reduce_ex__(4)
    except TypeError as error:
        print(error)
for state in 3, ('x', None, -1, None), ('x', '\n', 'a', None), ('x', '\n', 0, 5):
    try:
        io.StringIO().__setstate__(state)
    except (TypeError, ValueError) as error:
        print(error)
