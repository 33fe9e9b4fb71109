import sys
print(__name__, __file__.endswith("main_module.py"), __doc__, __package__, __spec__)
print(sys.modules["__main__"].__dict__ is globals(), sys.argv[1:], sys.argv[0] == __file__)
print(sys.path[0] == __file__[: -len("/main_module.py")])
