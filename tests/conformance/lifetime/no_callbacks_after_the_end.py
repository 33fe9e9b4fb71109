import weakref


class Thing:
    pass


kept = Thing()
reference = weakref.ref(kept, lambda dead: print("never printed"))
weakref.finalize(kept, print, "finalize is called at exit")
print("end")
