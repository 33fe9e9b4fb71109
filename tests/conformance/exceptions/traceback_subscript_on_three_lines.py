result = some.thing(
   1,
   2)
