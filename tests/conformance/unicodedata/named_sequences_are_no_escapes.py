print("\N{LATIN SMALL LETTER A}", "\N{digit one}", "\N{LINE FEED}" == "\n", "\N{HANGUL SYLLABLE GA}", f"{1}\N{DIGIT TWO}")
for source in (r'"\N{KEYCAP DIGIT ONE}"', r'"\N{hangul syllable ga}"', r'"\N{}"', r'"\N"'):
    try:
        print(eval(source))
    except SyntaxError as error:
        print(error.msg)
