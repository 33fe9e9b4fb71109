r = range(2, 20, 3)
print(r, len(r), r[0], r[-1], r[1:4], r[::-1], list(reversed(r)), 8 in r, 9 in r, 8.0 in r, "a" in r)
print(r.index(11), r.count(5), r.start, r.stop, r.step, r == range(2, 18, 3), range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3)))
big = range(10**30, 10**30 + 5)
print(big, big[2], list(big)[-1] - 10**30, 10**30 + 4 in big, big[1:3], bool(big), len(big))
print(range(0, -10, -3), list(range(0, -10, -3)), range(3)[5:], list(range(5, 0)), range(0, 2**63, 2**62)[1])
for source in ("range(1.5)", "range(1, 2, 0)", "range(3)[3]", "range(3)['a']", "range(3).index(9)", "range()", "len(range(10**30))"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
