import asyncio


class Talking(asyncio.Queue):
    def _init(self, maxsize):
        print("_init", maxsize)
        self.items = []

    def _put(self, item):
        print("_put", item)
        self.items.insert(0, item)

    def _get(self):
        print("_get")
        return self.items.pop()

    def qsize(self):
        print("qsize")
        return len(self.items)

    def empty(self):
        print("empty")
        return super().qsize() == 0 if hasattr(self, "_queue") else not self.items

    def full(self):
        print("full")
        return super().full()

    def put_nowait(self, item):
        print("put_nowait", item)
        super().put_nowait(item)

    def get_nowait(self):
        print("get_nowait")
        return super().get_nowait()


async def consumer(queue):
    print("got", await queue.get())
    print("got", await queue.get())


async def main():
    queue = Talking(1)
    task = asyncio.create_task(consumer(queue))
    await asyncio.sleep(0)
    await queue.put("a")
    await queue.put("b")
    await task
    print(queue.maxsize, queue._unfinished_tasks)


asyncio.run(main())
