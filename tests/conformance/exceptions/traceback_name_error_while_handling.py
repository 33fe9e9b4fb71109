def f(): 1/0
try: f()
except ZeroDivisionError: undefined_name
