def passing():
    yield


def handling():
    try:
        yield
    except KeyError:
        yield


for make in passing, handling:
    for context in None, Exception("own"):
        thrown = ValueError("x")
        thrown.__context__ = context
        body = make()
        next(body)
        if make is handling:
            body.throw(KeyError("handled inside"))
        try:
            raise LookupError("handled outside")
        except LookupError:
            try:
                body.throw(thrown)
            except ValueError as error:
                print(make.__name__, repr(context), repr(error.__context__))
