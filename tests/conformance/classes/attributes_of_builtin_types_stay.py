for name in ("__name__", "__qualname__", "__module__", "__doc__"):
    try:
        type.__dict__[name].__set__(str, "other")
    except TypeError as error:
        print(error)
