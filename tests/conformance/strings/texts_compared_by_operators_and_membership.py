# == < in and indexing of texts: empty, of one character, astral, of subclasses, and built piece by piece.
class Own(str):
    def __eq__(self, other):
        return 'own =='

    def __lt__(self, other):
        return 'own <'

    def __contains__(self, part):
        return part == 'yes'

    __hash__ = str.__hash__


built = ''
for i in range(300):
    built += chr(97 + i % 26)
texts = ['', 'a', 'b', 'ab', 'ba', 'aé', '\uffff', '\U0001f600', '\ud800', 'a' * 299, built, built[:-1] + 'A', built[:-1]]
for left in texts:
    row = []
    for right in texts:
        row.append(''.join('01'[test] for test in (left == right, left != right, left < right, left <= right, left > right, left >= right, left in right, right not in left)))
    print(' '.join(row))

for left in texts:
    if left == 'ab':
        print('if ==')
    if left in 'abc' and not left not in 'abc':
        print('if in', ascii(left))
    if left is texts[1]:
        print('if is')
    if left is not texts[1] and left < 'b':
        print('if <', len(left))

print('a' == Own('a'), Own('a') == 'a', 'a' < Own('a'), 'yes' in Own(''), 'no' in Own('no'), Own('a') in 'abc')
for index in (0, 1, -1, -2, True):
    print(ascii('x\U0001f600y'[index]), 'xyz'[index])
for index in (3, -4, 10**30):
    try:
        'xyz'[index]
    except IndexError as error:
        print(error)
for index in ('0', 1.0, None):
    try:
        'xyz'[index]
    except TypeError as error:
        print(error)
try:
    1 in 'abc'
except TypeError as error:
    print(error)
