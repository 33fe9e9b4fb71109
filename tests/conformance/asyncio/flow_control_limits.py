import asyncio
from asyncio import transports


class Protocol:
    def pause_writing(self):
        print('pause')

    def resume_writing(self):
        print('resume')
        raise ValueError('from the protocol')


class Transport(transports._FlowControlMixin):
    size = 0

    def get_write_buffer_size(self):
        return self.size


loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context['exception'])))
transport = Transport(loop=loop)
transport._protocol = Protocol()
print(transport.get_write_buffer_limits())
for limits in (dict(high=100), dict(low=10), dict(high=0), dict(high=100, low=20)):
    transport.set_write_buffer_limits(**limits)
    print(transport.get_write_buffer_limits())
for bad in (dict(high=1, low=2), dict(low=-1)):
    try:
        transport.set_write_buffer_limits(**bad)
    except ValueError as error:
        print(error)
for size in (100, 101, 101, 50, 20, 5):
    transport.size = size
    transport._maybe_pause_protocol()
    transport._maybe_resume_protocol()
loop.close()
