from itertools import combinations, combinations_with_replacement, permutations, product
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("a", [])))
print(list(permutations("abc", 2)), list(permutations([1, 2, 3])), list(permutations("ab", 3)), list(permutations("ab", 0)))
print(list(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations("ab", 0)), len(list(combinations(range(10), 5))))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("", 1)), list(combinations_with_replacement("", 0)))
