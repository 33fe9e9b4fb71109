# expectation: CPython randomises the hashes of str and bytes; here they are those of PYTHONHASHSEED=0 (docs/differences.md).
print(hash("text"), hash(b"text"), hash(""), hash("\u2211\u2107"), hash("\U0001f600"), hash("x" * 100))
print({"apple", "banana", "cherry", "date", "elderberry", "fig"})
print(set("the order of a set of texts follows from their hashes"))
print(list(set(["a", "b", "c"]) | {b"a", 1, 2.5, ("a", "b")}))
