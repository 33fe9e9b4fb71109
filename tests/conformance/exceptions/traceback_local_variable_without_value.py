print(__name__, __file__[-3:], __doc__, __spec__, __package__)
raise NameError('x')
