def outer():
    free = 5

    def gen(a):
        b = 2
        yield free
        yield b

    made = gen(1)
    print(sorted(made.gi_frame.f_locals.items()))
    next(made)
    print(sorted(made.gi_frame.f_locals.items()))


outer()
