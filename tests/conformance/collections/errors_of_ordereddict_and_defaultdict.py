from collections import OrderedDict, defaultdict

for attempt in (
    lambda: OrderedDict([], []), lambda: OrderedDict(1), lambda: OrderedDict([(1, 2, 3)]), lambda: OrderedDict([(1,)]),
    lambda: OrderedDict([1]), lambda: OrderedDict() | [(1, 2)], lambda: OrderedDict().update([], []),
    lambda: OrderedDict().setdefault(), lambda: OrderedDict().popitem(1, 2), lambda: OrderedDict().popitem(foo=2),
    lambda: OrderedDict().move_to_end(), lambda: OrderedDict().move_to_end("z"), lambda: hash(OrderedDict()),
    lambda: defaultdict(1), lambda: defaultdict(None, 1), lambda: defaultdict(list, {}, {}), lambda: defaultdict()[3],
    lambda: defaultdict(list) | [1], lambda: defaultdict(list).nothing,
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
