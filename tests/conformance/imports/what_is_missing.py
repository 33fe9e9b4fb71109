def show(source):
    try:
        exec(source)
    except ImportError as error:
        print(type(error).__name__, "|", error, "|", error.name)
show("import missing_module")
show("import package.missing")
show("from package import missing")
show("from missing_module import x")
show("import package.sibling.x")
show("from . import x")
show("from .. import x")
