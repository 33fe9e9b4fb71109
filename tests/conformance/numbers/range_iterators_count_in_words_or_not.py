top = 2**63 - 1
for r in [
    range(1, 2, top), range(1, 2**62, 2**61), range(top - 1, top, 2), range(5, 3, 2**62), range(0, top), range(-1, -(2**63), -(2**63)),
    range(-(2**63), -(2**63) + 5), range(-1, -(2**63), -1), range(0, -(2**63), -(2**62)), range(0),
]:
    print(r, type(iter(r)).__name__, type(reversed(r)).__name__, list(r)[:3] if len(r) < 9 else len(r))
