# 3.11 marks what of a line failed.
def add(a, b):
    return 1 + (a + b) * 2

def main():
    values = {"a": [1, 2]}
    return values["a"][0] + add(1, "x")

main()
