import json

print(json.dumps([1, "a"]))
original = json.JSONEncoder.default
json.JSONEncoder.default = lambda self, o: f"<{type(o).__name__}>"
print(json.dumps([1j, {"x": object}]))
json.JSONEncoder.default = original
try:
    json.dumps(1j)
except TypeError as error:
    print(error)
json.JSONEncoder.encode = lambda self, o: "replaced"
print(json.dumps(1))
