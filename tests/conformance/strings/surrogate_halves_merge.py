# expectation: CPython keeps two halves of a surrogate pair apart; here text is UTF-16 and they become one (docs/differences.md).
text = "\ud83d" + "\ude00"
print(text == "\U0001f600", len(text))
print(len("\ud83d"), ascii("\ud83d"), "\ud83d" == "\U0001f600"[0])
