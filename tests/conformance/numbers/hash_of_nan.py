# expectation: floats have no identity here, so that every NaN has the same hash (docs/differences.md).
nan = float("nan")
print(hash(nan), hash(nan) == hash(float("nan")), nan in [nan], len({nan, nan}), nan == nan)
