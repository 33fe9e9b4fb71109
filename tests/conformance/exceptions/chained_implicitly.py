try:
    try:
        1 / 0
    except ZeroDivisionError:
        [].pop()
except IndexError:
    undefined_name
