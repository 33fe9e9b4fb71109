space = {}
exec("x = [" + ", ".join(f"{i}.5" for i in range(70000)) + "]", space)
print(len(space["x"]), space["x"][69999], sum(space["x"]))
