class Squares(dict):
    def __missing__(self, key):
        print("missing", key)
        return key * key

squares = Squares({2: 4})
print(squares[2], squares[5], squares.get(5), 5 in squares)
