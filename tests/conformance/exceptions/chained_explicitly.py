def low():
    return {}["key"]
try:
    low()
except KeyError as error:
    raise ValueError("no such thing") from error
