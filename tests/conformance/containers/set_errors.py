for source in ("{1}.remove(5)", "set().pop()", "{[]}", "{1} | [2]", "{1} < [2]", "hash({1})", "set(5)", "{1} + {2}", "{1}[0]",
               "frozenset([1]).add(2)", "set(1, 2)", "{{1}}"):
    try:
        exec(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
