import asyncio


def handler(loop, context):
    raise KeyError('the handler')


class Loop(asyncio.SelectorEventLoop):
    def default_exception_handler(self, context):
        print(context['message'], repr(context['exception']), sorted(context['context']))


loop = Loop()
loop.set_exception_handler(handler)
loop.call_exception_handler({'message': 'original'})
loop.close()
