class NoCase(str):
    def __eq__(self, other):
        return self.lower() == other.lower()

    def __hash__(self):
        return hash(self.lower())


print({NoCase("two"): 2}[NoCase("tWo")])
print(NoCase("TWO") in [NoCase("two")], [NoCase("a")] == [NoCase("A")], (NoCase("a"),).index(NoCase("A")))
print(len({NoCase("x"), NoCase("X")}))
