# equal numbers have equal hashes, whatever their types


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (hash(1), hash(1.0), hash(True), hash(1 + 0j)))
show(lambda: (hash(-1), hash(-2), hash(-1.0)))
show(lambda: (hash(2**61 - 1), hash(2**61), hash(-2**61)))
show(lambda: (hash(10**30), hash(float(10**30)) == hash(10**30), hash(1e30) == hash(int(1e30))))
show(lambda: (hash(0.5), hash(1.5), hash(-0.1), hash(5e-324), hash(1.7976931348623157e308)))
show(lambda: (hash(float('inf')), hash(float('-inf'))))
show(lambda: (hash(1 + 2j), hash(-1j), hash(0.5j)))
show(lambda: (len({1, 1.0, True, 1 + 0j})))
show(lambda: ({1: 'a'}[1.0], {2**70: 'b'}[float(2**70)]))
