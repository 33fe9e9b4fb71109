def f(how):
    try:
        print("try")
        if how == "raise": raise ValueError
        if how == "return": return "returned"
    except ValueError:
        print("except")
        return "from except"
    else:
        print("else")
    finally:
        print("finally")
    return "end"
for how in ("pass", "raise", "return"):
    print(f(how))
def g():
    for i in range(3):
        try:
            if i == 1: continue
            print(i)
        finally:
            print("finally", i)
            if i == 1: break
    try:
        return 1
    finally:
        return 2
print(g())
