class Limits:
    seconds = 10.0
    count = 7

    def __init__(self):
        self.own = 1

    def both(self):
        return self.seconds, self.count


for _ in range(3):
    print(Limits().both())
Limits.seconds = 0.5
print(Limits().both(), Limits().both())
