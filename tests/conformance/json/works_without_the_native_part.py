import sys

sys.modules["_json"] = None
import json
import json.decoder
import json.encoder

print(json.encoder.c_make_encoder, json.decoder.c_scanstring)
document = {"a": [1, 2.5, None, True, {"é\n\U0001f600": "x\\\""}], "b": {}, "c": []}
for options in {}, {"indent": 1, "sort_keys": True}, {"ensure_ascii": False}:
    text = json.dumps(document, **options)
    print(text, json.loads(text) == document)
for text in "[1,", '{"a" 1}', '"abc', '"\\x"', "[1 2]", '"\\u12"', "[] x", "nul":
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(error)
