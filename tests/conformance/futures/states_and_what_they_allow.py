from concurrent.futures import CancelledError, Future, InvalidStateError


def tell(what, *args):
    try:
        print(what.__name__, what(*args))
    except (CancelledError, InvalidStateError, RuntimeError, TimeoutError, KeyError) as error:
        print(what.__name__, type(error).__name__, str(error).split(' at ')[0])


def states(future):
    print(repr(future).split('state=')[1], future.cancelled(), future.running(), future.done())


future = Future()
states(future)
tell(future.result, 0)
tell(future.exception, 0)
tell(future.set_running_or_notify_cancel)
states(future)
tell(future.cancel)
tell(future.set_running_or_notify_cancel)
tell(future.set_result, 3)
states(future)
tell(future.result)
tell(future.exception)
tell(future.set_exception, KeyError())
tell(future.set_running_or_notify_cancel)

future = Future()
tell(future.cancel)
tell(future.cancel)
states(future)
tell(future.result)
tell(future.exception)
tell(future.set_result, 1)
tell(future.set_running_or_notify_cancel)
tell(future.set_running_or_notify_cancel)
states(future)

future = Future()
future.set_exception(KeyError('k'))
states(future)
tell(future.result)
tell(future.exception)
print(Future[int])
# stderr: ignored
