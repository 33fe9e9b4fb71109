match = 1
case = [match]
_ = 5
match[case] if False else print(match, case, _)
type = lambda x: x
print(type(match))
match (match):
    case 1: print("one")
print(match)
