import json

document = {"b": [1, [2, {"a": 3, "b": []}], {}], "a": "é\n\"\\\x7f\U0001f600"}
for options in (
    {}, {"indent": 2}, {"indent": 0}, {"indent": "--"}, {"sort_keys": True}, {"ensure_ascii": False},
    {"separators": (",", ":")}, {"indent": 1, "separators": (" ,", " : ")},
):
    print(options, json.dumps(document, **options))
