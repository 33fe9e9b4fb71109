"""Maps between bytes and characters."""


def make_identity_dict(rng):
    """A map of the numbers to themselves."""
    return {number: number for number in rng}


def make_encoding_map(decoding_map):
    """The map turned round; None for what stands under several keys."""
    result = {}
    for key, value in decoding_map.items():
        result[value] = None if value in result else key
    return result
