from concurrent.futures import Future

future = Future()
for number in range(3):
    future.add_done_callback(lambda done, number=number: print(number, done is future, done.result()))
future.set_result('r')
future.add_done_callback(lambda done: print('at once'))

cancelled = Future()
cancelled.add_done_callback(lambda done: print('cancelled', done.cancelled()))
print(cancelled.cancel(), cancelled.cancel())
