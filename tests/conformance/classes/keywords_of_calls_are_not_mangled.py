class Caller:
    def plain(self):
        return dict(__x=1), dict(__y=2, **{"__z": 3}), self.take(__k=4)

    def take(self, *, __p=5, **others):
        return others, sorted(locals())


print(Caller().plain())
