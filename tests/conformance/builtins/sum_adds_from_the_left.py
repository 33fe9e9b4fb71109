print(sum([1, 2, 3]), sum([0.1] * 3), sum([[1], [2]], []), sum((True, False)), sum([2**62] * 4), sum([], start=5), sum([1, 2.5]))
for source in ("sum(['a'])", "sum(['a'], '')", "sum([b'a'], b'')", "sum(1)"):
    try:
        print(eval(source))
    except TypeError as error:
        print(source, "->", error)
