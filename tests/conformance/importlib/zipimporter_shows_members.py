import zipimport
from _folder import archive, folder, write

with folder() as place:
    path = place + "/a.zip"
    archive(path, {"m.py": "x = 1\n", "p/__init__.py": "", "p/q.py": "", "p/data.txt": "data"})
    write(place + "/text.py", "no archive")
    importer = zipimport.zipimporter(path)

    def tell(what, *arguments):
        try:
            print(str(what(*arguments)).replace(place, "PLACE"))
        except (ImportError, OSError, TypeError) as error:
            print(type(error).__name__, str(error).replace(place, "PLACE"), getattr(error, "name", None))

    for name in "m", "p", "q", "none":
        for question in "is_package", "get_filename", "get_source", "find_spec":
            tell(getattr(importer, question), name)
    tell(importer.get_data, "p/data.txt")
    tell(importer.get_data, path + "/p/data.txt")
    tell(importer.get_data, "none")
    inner = zipimport.zipimporter(path + "/p")
    print(inner.prefix, inner.is_package("q"), inner.find_spec("p.q").name)
    for wrong in "", place + "/text.py", place + "/none.zip", 3, place:
        tell(zipimport.zipimporter, wrong)
    archive(path, {"new.py": "x = 2\n"})
    print(importer.find_spec("new"))
    importer.invalidate_caches()
    print(importer.find_spec("new") is not None, importer.find_spec("m"))
    exec(importer.get_code("new"), names := {})
    print(names["x"], issubclass(zipimport.ZipImportError, ImportError))
