import asyncio
import sys

sys.stderr = sys.stdout
loop = asyncio.new_event_loop()
loop.call_exception_handler({'message': 'first', 'zeta': 1, 'alpha': [2]})
loop.call_exception_handler({'answer': 42})
loop.call_exception_handler({'message': 'with an exception', 'exception': ValueError('text')})
loop.close()
