items = [1, 2, 3]
for source in ("items[::2] = [1]", "items[::2] = 5", "items[0:1] = 5", "items['a']", "items[1.5] = 2", "items[10]",
               "items[-4] = 1", "del items[3]", "items[10**30]", "items[::0]", "items['a':]", "items.pop(5)", "[].pop()",
               "items.remove(9)", "items.index(9)", "items * 'a'", "items + 1", "items + (1,)", "items.insert('a', 1)"):
    try:
        exec(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
