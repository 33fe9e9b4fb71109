class C:
    def __exit__(self, *a): pass
with C(): pass
