def fail(kind, text):
    raise kind(text)

def collect(*calls):
    errors = []
    for kind, text in calls:
        try:
            fail(kind, text)
        except Exception as error:
            errors.append(error)
    return errors

inner = ExceptionGroup("inner", collect((TypeError, "b")))
raise ExceptionGroup("outer", collect((ValueError, "a")) + [inner, KeyError("never raised")])
