# gc tells what it was asked for; collect() calls the callbacks before and after.
import gc

print(gc.isenabled(), gc.get_threshold(), gc.get_debug())
gc.disable()
gc.set_threshold(100, 5)
print(gc.isenabled(), gc.get_threshold())
gc.enable()
gc.callbacks.append(lambda phase, details: print(phase, details['generation']))
gc.collect()
gc.collect(1)
gc.callbacks.clear()
print(gc.is_tracked(1), gc.is_tracked('a'), gc.is_tracked([]), gc.garbage)
for call in (lambda: gc.collect(3), lambda: gc.set_threshold()):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__)
