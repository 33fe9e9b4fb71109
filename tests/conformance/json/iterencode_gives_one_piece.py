# expectation: the document is written natively, into one text
import json

print(list(json.JSONEncoder().iterencode([1, {"a": 2}])))
