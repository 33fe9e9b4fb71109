print(2 ** 1000 % 1_000_007, 10 ** 50, -(7 ** 60) // 3, (1 << 200) >> 198)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 3037000500 * 3037000500, -9223372036854775808 // -1)
try:
    int("1" * 5000)
except ValueError as error:
    print(error)
try:
    str(10 ** 5000)
except ValueError as error:
    print(error)
try:
    "a" * (10 ** 18)
except (MemoryError, OverflowError) as error:
    print(type(error).__name__)
try:
    [0] * 2 ** 100
except OverflowError as error:
    print(error)
