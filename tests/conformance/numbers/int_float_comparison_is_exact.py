# no int is rounded to be compared


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (2**53 + 1 == float(2**53)))
show(lambda: (2**53 + 1 > float(2**53)))
show(lambda: (float(2**53) < 2**53 + 1))
show(lambda: (10**400 > 1e308))
show(lambda: (10**400 < float('inf'), 10**400 > float('-inf')))
show(lambda: (2**63 == 2.0**63, 2**63 - 1 == 2.0**63, 2**63 - 1 < 2.0**63))
show(lambda: (5 < float('nan'), 5 == float('nan'), 5 != float('nan'), float('nan') > 10**400))
show(lambda: (1 == 1.0 == True == 1 + 0j))
show(lambda: (2**53 + 1 == complex(2**53)))
show(lambda: (1.5 > 1, 1 < 1.5, -1.5 < -1, -1 > -1.5))
