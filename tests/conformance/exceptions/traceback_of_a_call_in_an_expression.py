def fail(x): raise ValueError("no " + str(x))
result = [fail(i) for i in range(3)]
