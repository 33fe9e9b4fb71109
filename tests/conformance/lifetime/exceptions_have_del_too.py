import gc


class Problem(Exception):
    def __del__(self):
        print('gone', self.args)


try:
    raise Problem(1)
except Problem as problem:
    print(problem)
gc.collect()
