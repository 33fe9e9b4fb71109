import sys
try: 1/0
except ZeroDivisionError:
    t,v,tb = sys.exc_info()
    print(t, v, tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_next, tb.tb_lasti>=0)
raise v.with_traceback(None)
