import unicodedata

for char in "a(\u0301\u0663\u05d0½五²\u3000\ud800\U0010ffff":
    print(ascii(char), unicodedata.category(char), repr(unicodedata.bidirectional(char)), unicodedata.combining(char),
          unicodedata.east_asian_width(char), unicodedata.mirrored(char), repr(unicodedata.decomposition(char)),
          unicodedata.decimal(char, None), unicodedata.digit(char, None), unicodedata.numeric(char, None))
