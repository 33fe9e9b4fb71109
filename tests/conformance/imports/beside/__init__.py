print("beside is executed once")
value = 42
def double(x): return 2 * x
