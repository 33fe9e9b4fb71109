async def work():
    print("never")


kept = work()
closed = work()
closed.close()
print("end")
