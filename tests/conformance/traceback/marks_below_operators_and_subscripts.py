import traceback

x = 1
y = {"a": {"b": None}}


def show(function):
    try:
        function()
    except Exception as error:
        print("".join(traceback.format_tb(error.__traceback__)[1:]), end="")


show(lambda: x  +  (  y ))
show(lambda: y["a"]["b"]["c"]["d"])
show(lambda: y @ x)
show(lambda: y // x)
show(lambda: [i for i in 3])
show(lambda: "漢字" + x)
show(lambda: x.y.z)
show(lambda: (x +
              y))
