def gen():
    received = []
    while True:
        try:
            received.append((yield len(received)))
        except ValueError as error:
            received.append(error)
            sent = yield "caught"
            received.append(sent)
        except KeyError:
            return received


g = gen()
print(next(g), g.send("a"), g.throw(ValueError("b")), g.send("c"), g.send("d"))
try:
    g.throw(KeyError)
except StopIteration as stop:
    print(stop.value)
