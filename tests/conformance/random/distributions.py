import random

r = random.Random(2023)
for call in [
    "uniform(3, -5.5)", "triangular()", "triangular(3, 9)", "triangular(3, 9, 4)", "triangular(2, 2)", "normalvariate()", "normalvariate(3, 2)",
    "gauss()", "gauss(3, .5)", "gauss(1, 1)", "lognormvariate(.1, .7)", "expovariate(2.5)", "vonmisesvariate(.3, 0)",
    "vonmisesvariate(1, 4.5)", "vonmisesvariate(5, .1)", "gammavariate(1, 2)", "gammavariate(.4, 3)", "gammavariate(7.5, .2)",
    "betavariate(2, 3)", "betavariate(.2, .3)", "paretovariate(3)", "weibullvariate(2, .7)",
]:
    print(call, [float(f"{eval('r.' + call):.12g}") for _ in range(6)])
print(r.getstate()[2] is None, len(r.getstate()[1]))
