from thrower import outer
outer(3)
