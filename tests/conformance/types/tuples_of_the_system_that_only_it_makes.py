import sys

for made in (sys.flags, sys.version_info):
    try:
        type(made)(tuple(made))
    except TypeError as error:
        print(error)
print(tuple.__itemsize__, int.__itemsize__, bytes.__itemsize__, bool.__itemsize__, list.__itemsize__, type.__itemsize__)
