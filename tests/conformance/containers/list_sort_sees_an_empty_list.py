items = [3, 1, 2]

def key(item):
    print(len(items))
    return item

items.sort(key=key)
print(items)

def spoil(item):
    items.append(item)
    return item

try:
    items.sort(key=spoil)
except ValueError as error:
    print(error)
print(sorted(items))
