# A power modulo a number of 1,024 bits, as key exchanges compute.
from _timing import report

MODULUS = (1 << 1024) - 105
EXPONENT = MODULUS // 3


def run():
    return pow(65537, EXPONENT, MODULUS)


report(run, 1)
