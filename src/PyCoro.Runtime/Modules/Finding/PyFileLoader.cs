// What loaders of one file have in common; each Python type derived from it has these methods.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A loader that knows the name of its module and the file.</summary>
internal abstract class PyFileLoader : PyObject
{
    private protected static readonly PyStr GetCodeKey = PyStr.Constant("get_code");
    private protected static readonly PyStr GetDataKey = PyStr.Constant("get_data");
    private protected static readonly PyStr GetFileNameKey = PyStr.Constant("get_filename");

    private Value _name = Value.None;
    private Value _path = Value.None;

    private protected PyFileLoader(Shape shape) : base(shape) { }

    private protected PyFileLoader(Shape shape, string name, string file) : this(shape)
    {
        _name = Value.Str(name);
        _path = Value.Str(file);
    }

    internal string File => (_path.Ref as PyStr)?.Text ?? "";

    /// <summary>Cache the module name and the path to the file found by the finder.</summary>
    [PyMethod("__init__", Signature = "fullname, path")]
    internal Value Init(Value fullname, Value path)
    {
        (_name, _path) = (fullname, path);
        return Value.None;
    }

    [PyGetter("name")]
    internal Value GetName() => _name;

    [PySetter("name")]
    internal Value SetName(Value value) => _name = value.IsUnbound ? Value.None : value;

    [PyGetter("path")]
    internal Value GetPath() => _path;

    [PySetter("path")]
    internal Value SetPath(Value value) => _path = value.IsUnbound ? Value.None : value;

    /// <summary>Return the path to the source file as found by the finder.</summary>
    [PyMethod("get_filename", Signature = "name=None")]
    internal Value GetFileName(VmThread thread, Value name) => IsOther(thread, name) ? Value.Error : _path;

    /// <summary>Whether the file is a package's __init__.</summary>
    [PyMethod("is_package", Signature = "fullname=None")]
    internal bool IsPackage(string? fullname) =>
        Path.GetFileNameWithoutExtension(File) == "__init__" && fullname?[(fullname.LastIndexOf('.') + 1)..] != "__init__";

    /// <summary>Return the data from path as raw bytes.</summary>
    [PyMethod("get_data", Signature = "path")]
    internal Value GetData(VmThread thread, string path) => ReadFile(thread, path) is { } bytes ? new PyBytes(bytes) : Value.Error;

    /// <summary>Use default semantics for module creation.</summary>
    [PyMethod("create_module", Signature = "spec")]
    internal Value CreateModule(Value spec) => Value.None;

    /// <summary>Execute the module.</summary>
    [PyMethod("exec_module", Signature = "module")]
    internal Value ExecModule(VmThread thread, PyModule module)
    {
        var code = thread.CallMethod(this, GetCodeKey, Value.Str(module.NameOrDefault));
        if (code.IsError)
            return code;
        if (code.Ref is not PyCode compiled)
            return thread.Raise(ExceptionTypes.ImportError, $"cannot load module '{module.NameOrDefault}' when get_code() returns None");
        return thread.Interpreter.Execute(thread, compiled, module.Dict, module.Dict, null) is { IsError: true } error ? error : Value.None;
    }

    /// <summary>Load a module from a file.</summary>
    [PyMethod("load_module", Signature = "fullname=None")]
    internal Value LoadModule(VmThread thread, Value fullname)
    {
        if (IsOther(thread, fullname))
            return Value.Error;
        var module = Importing.Import(thread, "importlib._loaders");
        var load = module.IsError ? module : Attributes.Get(thread, module, PyStr.Of("_load_module_shim"));
        return load.IsError ? load : thread.Call(load, this, _name);
    }

    /// <summary>The files beside the package's code, for importlib.resources.</summary>
    [PyMethod("get_resource_reader", Signature = "module")]
    internal Value GetResourceReader(VmThread thread, Value name)
    {
        var module = Importing.Import(thread, "importlib.readers");
        var reader = module.IsError ? module : Attributes.Get(thread, module, PyStr.Of("FileReader"));
        return reader.IsError ? reader : thread.Call(reader, this);
    }

    [PyMethod("__eq__")]
    internal Value Equals(VmThread thread, Value other)
    {
        if (other.Ref is not PyFileLoader loader || loader.Type != Type)
            return Value.NotImplemented;
        return !Comparison.TryEquals(thread, _name, loader._name, out var names) || !Comparison.TryEquals(thread, _path, loader._path, out var paths) ? Value.Error
            : names && paths ? Value.True : Value.False;
    }

    [PyMethod("__hash__")]
    internal long Hash() => HashCode.Combine((_name.Ref as PyStr)?.Text, File);

    /// <summary>The bytes of a file; null when it raised.</summary>
    internal static byte[]? ReadFile(VmThread thread, string file)
    {
        if (file.Contains('\0'))
        {
            thread.ValueError("embedded null byte");
            return null;
        }
        try
        {
            return System.IO.File.ReadAllBytes(file);
        }
        catch (Exception exception) when (SystemErrors.IsIO(exception))
        {
            SystemErrors.Raise(thread, exception, file);
            return null;
        }
    }

    private bool IsOther(VmThread thread, Value name)
    {
        if (name.IsUnbound || name.IsNone || name.Ref is PyStr text && (_name.Ref as PyStr)?.Text == text.Text)
            return false;
        var shown = (name.Ref as PyStr)?.Text ?? "";
        Importing.RaiseImportError(thread, ExceptionTypes.ImportError, $"loader for {(_name.Ref as PyStr)?.Text} cannot handle {shown}", shown);
        return true;
    }
}
