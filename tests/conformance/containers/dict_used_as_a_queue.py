queue = {i: i for i in range(2000)}
total = 0
for i in range(20000):
    key = next(iter(queue))
    total += queue.pop(key)
    queue[key + 2000] = i
print(total, len(queue), next(iter(queue)))
while queue:
    queue.popitem()
print(queue)
