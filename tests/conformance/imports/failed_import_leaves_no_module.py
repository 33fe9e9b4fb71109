import sys
for _ in range(2):
    try:
        import failing
    except ValueError as error:
        print(error, "failing" in sys.modules)
