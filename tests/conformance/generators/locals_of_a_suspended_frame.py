def gen(a):
    b = a * 2
    yield b
    c = b * 2
    yield c


g = gen(3)
frame = g.gi_frame
print(frame.f_locals, frame.f_back)
next(g)
print(frame.f_locals, frame.f_back)
next(g)
print(frame.f_locals)
next(g, None)
print(g.gi_frame, frame.f_code.co_name)
