def make():
    items = []
    def add(x): items.append(x)
    def clear():
        nonlocal items
        items = []
    def get(): return items
    return add, clear, get

add, clear, get = make()
add(1); add(2)
print(get())
clear(); add(3)
print(get())
print(add.__closure__[0] is get.__closure__[0])
