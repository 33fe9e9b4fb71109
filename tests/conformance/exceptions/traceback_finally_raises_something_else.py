try:
    try: 1/0
    finally: [][1]
except IndexError:
    raise
