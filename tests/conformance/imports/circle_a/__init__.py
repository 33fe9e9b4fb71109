import circle_b
value = "a"
b_saw = circle_b.saw
