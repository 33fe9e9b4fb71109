import warnings

warnings.warn("usual")
del warnings.showwarning
warnings.warn("without showwarning")
del warnings._showwarnmsg
warnings.warn("without _showwarnmsg")
warnings._showwarnmsg = 3
try:
    warnings.warn("with a wrong hook")
except TypeError as error:
    print(error)
