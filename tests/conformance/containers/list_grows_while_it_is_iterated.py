items = [1, 2, 3]
for item in items:
    if item < 10:
        items.append(item * 10)
print(items)
iterator = iter(items)
print(list(iterator), next(iterator, "end"))
items.append("late")
print(next(iterator, "still at the end"))
backwards = reversed([1, 2, 3])
print(next(backwards), list(backwards), backwards.__length_hint__())
