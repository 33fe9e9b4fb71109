for source in ("dict([1])", "dict(['abc'])", "dict([('a', 1, 2)])", "dict(5)", "{}.update(5)", "dict(1, 2)", "{}.popitem()",
               "{}['k']", "{}.pop('k')", "{[]: 1}", "{1: 2} | [(3, 4)]", "del {}[1]", "{} < {}", "dict([(1,)])"):
    try:
        exec(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
