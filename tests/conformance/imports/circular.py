import circle_a
print(circle_a.b_saw, circle_a.value)
