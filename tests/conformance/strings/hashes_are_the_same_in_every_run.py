# expectation: CPython randomises the hashes of str and bytes; here they are the same in every run (docs/differences.md).
print(hash("text"), hash(b"text"))
