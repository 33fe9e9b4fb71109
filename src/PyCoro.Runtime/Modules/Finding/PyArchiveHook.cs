using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The first of <c>sys.path_hooks</c>: finders of archives. It stands for the class zipimport.zipimporter, which is not
/// imported before the path leads to a file.</summary>
[PyType("function", Module = "zipimport")]
internal sealed partial class PyArchiveHook : PyObject
{
    internal PyArchiveHook() : base(TypeObject.RootShape) { }

    /// <summary>Is an entry of the path a file, or does it go on inside of one?</summary>
    internal static bool LeadsThroughFile(string entry)
    {
        while (entry.Length > 1 && !Directory.Exists(entry))
        {
            if (File.Exists(entry))
                return true;
            entry = Path.GetDirectoryName(entry) ?? "";
        }
        return false;
    }

    [PyMethod("__call__", Signature = "path")]
    private Value Call(VmThread thread, Value path)
    {
        if (path.Ref is not PyStr entry || !LeadsThroughFile(entry.Text))
            return thread.Raise(ExceptionTypes.ImportError, "not a Zip file");
        var module = Importing.Import(thread, "zipimport");
        var importer = module.IsError ? module : Attributes.Get(thread, module, PyStr.Of("zipimporter"));
        return importer.IsError ? importer : thread.Call(importer, path);
    }

    [PyMethod("__repr__")]
    private string Repr() => "<class 'zipimport.zipimporter'>";
}
