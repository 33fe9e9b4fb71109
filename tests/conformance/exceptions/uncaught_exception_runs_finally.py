try:
    print("body")
    raise LookupError
finally:
    print("finally")
