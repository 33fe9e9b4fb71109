def f(x):
    return "日本" + "é" + x
f(1)
