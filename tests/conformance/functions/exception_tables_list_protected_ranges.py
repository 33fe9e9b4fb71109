# Each entry is start, length, target and depth, in groups of six bits; the first byte of an entry is marked.
def plain(x):
    return x


def protected(x):
    try:
        x()
    except ValueError:
        pass


def entries(table):
    numbers, entry = [], []
    value = 0
    for byte in table:
        if byte & 128 and entry:
            numbers.append(entry)
            entry = []
        value = value << 6 | byte & 63
        if not byte & 64:
            entry.append(value)
            value = 0
    return numbers + [entry] if entry else numbers


print(plain.__code__.co_exceptiontable)
found = entries(protected.__code__.co_exceptiontable)
print(len(found) > 0, all(len(entry) == 4 for entry in found))
size = len(protected.__code__.co_code) // 2
print(all(start + length <= size and target < size for start, length, target, depth in found))
print(found[0][2] >= found[0][0] + found[0][1])
copy = protected.__code__.replace(co_exceptiontable=protected.__code__.co_exceptiontable)
print(copy == protected.__code__)
try:
    protected.__code__.replace(co_exceptiontable=None)
except TypeError as error:
    print(error)
