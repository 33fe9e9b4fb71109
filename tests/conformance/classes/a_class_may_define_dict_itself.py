class Proxy:
    def __init__(self):
        self.real = 1

    @property
    def __dict__(self):
        return {"shown": 2}


proxy = Proxy()
print(vars(proxy), proxy.real, hasattr(proxy, "shown"))
print("shown" in dir(proxy), "real" in dir(proxy))


class Derived(Proxy):
    pass


print(vars(Derived()))
