def inner():
    yield "inner"


def outer():
    show("running")
    yield "plain"
    yield from inner()


def show(when):
    print(f"{when:10}", g.gi_running, g.gi_suspended, g.gi_frame is not None and g.gi_frame.f_lineno,
          g.gi_yieldfrom and g.gi_yieldfrom.__name__, g.gi_code.co_name)


g = outer()
show("created")
next(g)
show("suspended")
next(g)
show("delegating")
print(next(g, "end"))
show("finished")
print(g.gi_frame)
