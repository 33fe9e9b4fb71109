print("sibling", __name__)
name = "sibling"
