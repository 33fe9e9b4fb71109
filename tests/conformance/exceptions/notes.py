error = ValueError("text")
error.add_note("first note")
error.add_note("second\nnote")
print(error.__notes__)
try:
    error.add_note(1)
except TypeError as e:
    print(e)
raise error
