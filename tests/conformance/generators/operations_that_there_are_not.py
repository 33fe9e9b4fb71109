def body():
    yield 1


async def agen():
    yield 1


async def coroutine():
    pass


def tried(name, operation):
    for make in body, agen, coroutine:
        subject = make()
        try:
            print(name, make.__name__, operation(subject))
        except TypeError as error:
            print(name, make.__name__, error)
        if make is not agen:
            subject.close()


tried("len", len)
tried("item", lambda subject: subject[0])
tried("call", lambda subject: subject())
tried("add", lambda subject: subject + subject)
tried("less", lambda subject: subject < subject)
tried("equal", lambda subject: subject == subject)
tried("bool", bool)
tried("in", lambda subject: 5 in subject)
tried("list", list)
tried("unpacked", lambda subject: [*subject])
tried("next", next)
tried("iter", lambda subject: iter(subject) is subject)
tried("aiter", lambda subject: aiter(subject) is subject)
tried("reversed", reversed)
for kind in type(body()), type(agen()), type(coroutine.__code__):
    for make in kind, lambda: type("Derived", (kind,), {}):
        try:
            make()
        except TypeError as error:
            print(kind.__name__, error)
