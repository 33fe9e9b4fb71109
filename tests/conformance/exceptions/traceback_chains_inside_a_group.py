def f():
    try: 1/0
    except Exception as e: return e
def g():
    try: raise KeyError(1) from f()
    except Exception as e: return e
raise ExceptionGroup('eg', [f(), g()])
