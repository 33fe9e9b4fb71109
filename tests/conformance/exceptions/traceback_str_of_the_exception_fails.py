class E(Exception): pass
class F:
    class G(E): pass
raise F.G('x')
