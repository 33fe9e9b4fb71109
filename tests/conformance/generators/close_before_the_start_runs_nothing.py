def gen():
    try:
        print("never printed")
        yield
    finally:
        print("nor this")


g = gen()
print(g.close(), g.gi_frame)
print(next(g, "exhausted"))
