from itertools import accumulate, chain, pairwise, starmap, zip_longest
print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "c"])), list(pairwise("abcd")), list(pairwise("a")), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest()), list(accumulate([1, 2, 3])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), list(accumulate("abc")))
