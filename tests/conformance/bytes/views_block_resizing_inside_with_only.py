# expectation: CPython knows when the last view is dropped; here only a view inside `with` blocks resizing (docs/differences.md).
data = bytearray(b"ab")
view = memoryview(data)
data.append(99)
print(data)
with memoryview(data):
    try:
        data.append(100)
    except BufferError as error:
        print(error)
data.append(100)
print(data)
