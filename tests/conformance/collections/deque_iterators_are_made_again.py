from collections import deque

numbers = deque([1, 2, 3], 4)
for iterator in (iter(numbers), reversed(numbers)):
    next(iterator)
    make, args = iterator.__reduce__()
    print(make, args, list(make(*args)), iterator.__length_hint__())
    for wrong in ((), (1,), (numbers, 1, 2), (numbers, "x")):
        try:
            make(*wrong)
        except TypeError as error:
            print(error)
    print(list(make(numbers, 9)), list(make(numbers, -1)))
iterator = iter(numbers)
numbers.append(4)
for i in range(2):
    try:
        print(next(iterator))
    except RuntimeError as error:
        print(error)
