# Texts that differ early, late, by length only, by characters 0 and beyond Latin-1; stable, reversed, and with keys.
texts = ['', '\0', '\0\0', 'a', 'a\0', 'a\0\0', 'ab', 'abcdefgh', 'abcdefgh\0', 'abcdefghi', 'abcdefghh', 'abcdefg', 'b', 'ÿ', 'é', 'abcdefgé']
wide = texts + ['Ā', 'abcdĀ', 'abcĀ', 'abcdeĀ', '\uffff', '\ud800', '\ue000', 'abcd']
astral = wide + ['\U0001f600', 'abc\U0001f600']
for group in (texts, wide, astral):
    ordered = sorted(group)
    print([ascii(text) for text in ordered])
    print(all(a < b for a, b in zip(ordered, ordered[1:])), sorted(group, reverse=True) == ordered[::-1])
    group.sort(key=str.upper)
    print([ascii(text) for text in group])

pairs = [('same beginning %d' % (i % 3), i) for i in range(12)]
print(sorted(pairs, key=lambda pair: pair[0]))
print(sorted(pairs, key=lambda pair: pair[0], reverse=True))
words = [word + str(i) for i in range(40) for word in ('abcdefgh', 'abcdefgi', 'x')]
print(sorted(words) == sorted(words, key=lambda word: [ord(c) for c in word]), sorted(words)[:5], hash(sorted(['k'])[0]) == hash('k'))
print({word: 1 for word in sorted(words)} == {word: 1 for word in words}, 'x' in sorted(['y', 'x']), sorted(['y', 'x'])[0] is sorted(['x', 'z'])[0])
