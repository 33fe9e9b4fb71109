from _collect import show

show(r'"\d"', r'b"\d"', r'"\777"', r'b"\400"', r'f"\d{x}"', r'r"\d"', r'"\\d \n \x41 \101 \N{DIGIT ONE}"')
show('x = (1,\n  "\\q")', r'"\d" "\e"', 'f"{x:\\d}"', '"a\\\nb"')
