using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Loader which handles sourceless file imports.</summary>
[PyType("SourcelessFileLoader", Module = "_frozen_importlib_external", Subclassable = true, HasDict = true)]
internal sealed partial class PySourcelessFileLoader : PyFileLoader
{
    internal PySourcelessFileLoader(Shape shape) : base(shape) { }

    internal PySourcelessFileLoader(string name, string file) : base(TypeObject.RootShape, name, file) { }

    /// <summary>The code in the file; ImportError when it is no bytecode of this interpreter.</summary>
    [PyMethod("get_code", Signature = "fullname")]
    private Value GetCode(VmThread thread, Value fullname)
    {
        var path = thread.CallMethod(this, GetFileNameKey, fullname);
        var data = path.IsError ? path : thread.CallMethod(this, GetDataKey, path);
        var module = data.IsError ? data : Importing.Import(thread, "importlib._bytecode");
        var read = module.IsError ? module : Attributes.Get(thread, module, PyStr.Of("_code_alone"));
        return read.IsError ? read : thread.Call(read, data, fullname, path);
    }

    /// <summary>Return None as there is no source code.</summary>
    [PyMethod("get_source", Signature = "fullname")]
    private Value GetSource(Value fullname) => Value.None;
}
