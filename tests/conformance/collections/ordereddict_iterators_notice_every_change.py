from collections import OrderedDict


def walk(change, direction=iter):
    ordered = OrderedDict((i, i) for i in range(4))
    seen = []
    try:
        for key in direction(ordered):
            seen.append(key)
            change(ordered)
            if len(seen) > 9:
                break
    except RuntimeError as error:
        seen.append(str(error))
    print(seen)


walk(lambda ordered: ordered.move_to_end(0))
walk(lambda ordered: ordered.move_to_end(3))
walk(lambda ordered: ordered.update({99: 1}))
walk(lambda ordered: ordered.pop(3, None))
walk(lambda ordered: ordered.clear())
walk(lambda ordered: ordered.__setitem__(0, 5))
walk(lambda ordered: (ordered.pop(3, None), ordered.__setitem__(3, 1)))
walk(lambda ordered: ordered.move_to_end(0), reversed)
walk(lambda ordered: ordered.pop(0, None), reversed)
iterator = iter(OrderedDict(a=1, b=2, c=3).items())
next(iterator)
print(type(iterator).__name__, iterator.__reduce__())
