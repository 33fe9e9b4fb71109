import json

objects = json.loads('[{"a_key": 1, "b_\\u00e9": 2}, {"a_key": 3, "b_\\u00e9": 4}]')
first, second = (list(item) for item in objects)
print([one is other for one, other in zip(first, second)])
many = json.loads(json.dumps([{f"key{i}": i for i in range(20)}] * 2))
print(all(one is other for one, other in zip(*many)))
