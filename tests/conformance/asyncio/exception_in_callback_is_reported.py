# A handler of one's own is given the report; the loop goes on.
import asyncio
loop = asyncio.new_event_loop()
def handler(loop, context):
    print(sorted(context), context["message"].split("(")[0], repr(context["exception"]))
loop.set_exception_handler(handler)
loop.call_soon(lambda: 1 / 0)
loop.call_soon(print, "goes on")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
