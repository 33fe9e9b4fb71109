"""A producer and two consumers, twice: as generators that are sent values, then as tasks that wait for each other.

Nothing here runs at the same time as anything else. Every switch stands in the source: at `yield`, or at `await`.
"""

import asyncio


def consumer(name):
    """Is sent orders; gives back a receipt for each, and at the end how many there were."""
    count = 0
    receipt = None
    while True:
        order = yield receipt
        if order is None:
            return count
        count += 1
        receipt = f"{name} took {order}"


def desk(*names):
    """Hands orders to consumers in turn. `yield from` would keep one of them; here we choose each time."""
    consumers = [consumer(name) for name in names]
    for each in consumers:
        next(each)
    receipt, turn = None, 0
    while True:
        order = yield receipt
        if order is None:
            break
        receipt = consumers[turn].send(order)
        turn = (turn + 1) % len(consumers)
    totals = {}
    for name, each in zip(names, consumers):
        try:
            each.send(None)
        except StopIteration as stop:
            totals[name] = stop.value
    return totals


def main():
    totals = yield from desk("Ada", "Grace")
    print("  totals:", totals)


def by_hand():
    print("By hand, with send():")
    shop = main()
    next(shop)
    for order in ("tea", "coffee", "bread"):
        print("  produced", order)
        print("  " + shop.send(order))
    try:
        shop.send(None)
    except StopIteration:
        print("  closed")


async def produce(shelf, room, goods):
    for order in ("tea", "coffee", "bread", "milk"):
        while len(shelf) >= 2:
            room.clear()
            print("  producer waits, the shelf is full")
            await room.wait()
        print("  produced", order)
        shelf.append(order)
        goods.set()
        await asyncio.sleep(0)
    shelf.append(None)
    goods.set()


async def consume(shelf, room, goods):
    count = 0
    while True:
        while not shelf:
            goods.clear()
            await goods.wait()
        order = shelf.pop(0)
        room.set()
        if order is None:
            return count
        await asyncio.sleep(0.01)
        print("  consumed", order)
        count += 1


class Signal:
    """Lets one task wait until another one calls set(): the smallest thing that can be built on a Future."""

    def __init__(self):
        self.is_set = False
        self.waiter = None

    def set(self):
        self.is_set = True
        if self.waiter and not self.waiter.done():
            self.waiter.set_result(None)

    def clear(self):
        self.is_set = False

    async def wait(self):
        if not self.is_set:
            self.waiter = asyncio.get_running_loop().create_future()
            await self.waiter


async def by_loop():
    print("By the event loop, with await:")
    shelf, room, goods = [], Signal(), Signal()
    _, count = await asyncio.gather(produce(shelf, room, goods), consume(shelf, room, goods))
    print(f"  {count} consumed")


by_hand()
asyncio.run(by_loop())
