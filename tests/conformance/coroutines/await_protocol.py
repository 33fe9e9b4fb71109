class Await:
    def __init__(self, n): self.n = n
    def __await__(self):
        for i in range(self.n):
            got = yield i
            print("got", got)
        return "result of " + str(self.n)
class Plain:
    def __await__(self): return iter([7, 8])
async def main():
    print(await Await(2))
    print(await Plain())
    return "end"
c = main()
sent = None
while True:
    try:
        print("yielded", c.send(sent))
    except StopIteration as stop:
        print(stop.value)
        break
    sent = "x"
    if c.cr_await.__class__.__name__ == "list_iterator": sent = None
