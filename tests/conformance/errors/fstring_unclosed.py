print(f"{a")
