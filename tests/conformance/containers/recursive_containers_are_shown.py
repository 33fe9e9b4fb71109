items = [1]
items.append(items)
print(items)
table = {}
table["self"] = table
print(table)
pair = ([],)
pair[0].append(pair)
print(pair)
from collections import deque
queue = deque([1])
queue.append(queue)
print(queue)
