import types


@types.coroutine
def pause():
    yield "paused"


async def inner():
    await pause()


async def outer():
    show("running")
    await inner()


def show(when):
    print(f"{when:10}", c.cr_running, c.cr_suspended, c.cr_frame is not None and c.cr_frame.f_lineno,
          c.cr_await and c.cr_await.__name__, c.cr_code.co_name, c.cr_origin)


c = outer()
show("created")
print(c.send(None))
show("suspended")
print(c.cr_await.cr_await.gi_code.co_name)
try:
    c.send(None)
except StopIteration:
    show("finished")
