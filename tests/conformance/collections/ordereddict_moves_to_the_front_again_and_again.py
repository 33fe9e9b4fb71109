from collections import OrderedDict

ordered = OrderedDict.fromkeys(range(6))
for i in range(1000):
    ordered.move_to_end(i * 7 % 6, last=i % 3 == 0)
    if i % 50 == 0:
        ordered.popitem(last=False)
        ordered[i % 6] = i
        ordered.move_to_end(i % 6, last=False)
print(list(ordered.items()), list(reversed(ordered)))
while ordered:
    print(ordered.popitem(last=len(ordered) % 2 == 0), end=" ")
print()
try:
    ordered.popitem()
except KeyError as error:
    print(error)
