# a text that grows by += stays right whoever else holds its beginnings

text = ""
kept = []
for i in range(2000):
    text += str(i)
    if i % 500 == 0:
        kept.append(text)
print(len(text), text[:10], text[-8:])
a = text + "A"
b = text + "B"
c = a + "C"
d = a + "D"
print(a[-2:], b[-2:], c[-3:], d[-3:], len(a), len(b), len(c), len(d))
print([len(k) for k in kept], kept[1] == text[:len(kept[1])], hash(kept[2]) == hash(text[:len(kept[2])]))
wide = "\U0001f600" * 300
wide += "x"
wide += "y"
wide += "z"
print(len(wide), ascii(wide[-4:]), wide.find("y"))
half = 0
grown = "ab" * 200
while len(grown) < 1000:
    grown += "c"
    half += 1
print(half, grown.count("c"), grown == "ab" * 200 + "c" * 600)
