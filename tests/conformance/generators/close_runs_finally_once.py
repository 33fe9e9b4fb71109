def gen():
    try:
        yield 1
    finally:
        print("finally")

g = gen()
next(g)
g.close()
g.close()          # already closed: nothing happens
fresh = gen()
fresh.close()      # never started: its body does not run
print(list(g), list(fresh))
