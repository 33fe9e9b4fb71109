def grow():
    table = {1: 1, 2: 2}
    for key in table:
        table[key + 10] = 0

def replace():
    table = {1: 1, 2: 2, 3: 3}
    for key in table:
        del table[key]
        table[key + 10] = 0

def shrink_a_set():
    items = {1, 2, 3}
    for item in items:
        items.discard(item)

for function in grow, replace, shrink_a_set:
    try:
        function()
        print(function.__name__, "went well")
    except RuntimeError as error:
        print(function.__name__, error)
table = {1: 1, 2: 2}
for key in table:
    table[key] += 1
print(table)
