class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


first = Thing('first')
second = Thing('second')
cycle = Thing('cycle')
cycle.me = cycle
print('end')
