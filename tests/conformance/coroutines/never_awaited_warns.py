# The text goes to standard error; the script goes on.
async def forgotten(): pass
forgotten()
print("goes on")
