class WithHook:
    def __getnewargs__(self):
        return 1, 2


class Endless:
    def __getattr__(self, name):
        return self.other


one = WithHook()
one.__getnewargs_ex__ = lambda: ((3,), {})
print(one.__reduce_ex__(2)[1] == (WithHook, 1, 2))
print(Endless().__reduce_ex__(2)[1:])
