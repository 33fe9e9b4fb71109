# as if two's complement had no end


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (0b1100 & 0b1010))
show(lambda: (0b1100 | 0b1010))
show(lambda: (0b1100 ^ 0b1010))
show(lambda: (~5))
show(lambda: (~-1))
show(lambda: (-1 & 2**70))
show(lambda: (-2**70 | 1))
show(lambda: (-2**70 ^ 2**70))
show(lambda: ((5).bit_length(), (-5).bit_length(), (0).bit_length(), (2**100).bit_length()))
show(lambda: ((5).bit_count(), (-255).bit_count(), (2**100 - 1).bit_count()))
