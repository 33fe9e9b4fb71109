import asyncio
import gc

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context['exception'])))


def lose(ask):
    future = loop.create_future()
    future.set_exception(ValueError('lost'))
    if ask:
        future.exception()


lose(ask=True)
gc.collect()
print('asked')
lose(ask=False)
gc.collect()
print('end')
loop.close()
