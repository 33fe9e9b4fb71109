import array

print(array.typecodes, array.ArrayType is array.array)
for code in array.typecodes:
    items = array.array(code, "aé" if code == "u" else [1, 2])
    print(items, items.itemsize, items.tobytes(), items.tolist(), memoryview(items).format)
    items.byteswap()
    print(items.tobytes())
