known = "known"
def __getattr__(name):
    if name in ("missing", "__path__"):
        raise AttributeError("refused " + name)
    return "made " + name
