# Source may be as long or as nested as it likes: it is compiled, or refused with an error, and soon.
import time

N = 20_000
LONG = {
    "and": " and ".join(["a"] * N),
    "comparison": "<".join(["a"] * N),
    "arguments": "f(" + "a," * N + ")",
    "literals": "'a' " * N,
    "elif": "if a:\n pass\n" + "elif b:\n pass\n" * 1000,
    "statements": "a = 1\n" * N,
}
DEEP = {
    "lambda": "lambda:" * N + "0",
    "addition": "+".join(["a"] * N),
    "conditional": "1 if a else " * N + "2",
    "minus": "-" * N + "a",
    "not": "not " * N + "a",
    "power": "**".join(["a"] * N),
    "attributes": "a" + ".b" * N,
    "calls": "a" + "()" * N,
    "items": "a" + "[0]" * N,
    "assignment": "a=" * N + "1",
    "parentheses": "(" * N + ")" * N,
    "displays": "[" * N,
    "unfinished lambda": "lambda:" * N,
    "unfinished conditional": "1 if a else " * N,
    "mistake at the bottom": "f(" * 150 + "a b" + ")" * 150,
}
for name, source in LONG.items():
    start = time.process_time()
    compile(source, "<long>", "exec")
    print(name, time.process_time() - start < 10)
for name, source in DEEP.items():
    start = time.process_time()
    try:
        compile(source, "<deep>", "exec")
    except (RecursionError, MemoryError, SyntaxError):
        pass
    print(name, time.process_time() - start < 10)
