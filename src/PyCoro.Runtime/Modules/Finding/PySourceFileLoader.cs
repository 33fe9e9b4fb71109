using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Concrete implementation of SourceLoader using the file system.</summary>
[PyType("SourceFileLoader", Module = "_frozen_importlib_external", Subclassable = true, HasDict = true)]
internal sealed partial class PySourceFileLoader : PyObject
{
    private static readonly PyStr GetCodeKey = PyStr.Constant("get_code");
    private static readonly PyStr GetDataKey = PyStr.Constant("get_data");
    private static readonly PyStr GetFileNameKey = PyStr.Constant("get_filename");
    private static readonly PyStr SourceToCodeKey = PyStr.Constant("source_to_code");

    private Value _name = Value.None;
    private Value _path = Value.None;

    internal PySourceFileLoader(Shape shape) : base(shape) { }

    internal PySourceFileLoader(string name, string file) : this(TypeObject.RootShape)
    {
        _name = Value.Str(name);
        _path = Value.Str(file);
    }

    /// <summary>Not a subclass: nobody can have changed what it does.</summary>
    internal bool IsExact => Type == TypeObject;

    internal string File => (_path.Ref as PyStr)?.Text ?? "";

    /// <summary>Cache the module name and the path to the file found by the finder.</summary>
    [PyMethod("__init__", Signature = "fullname, path")]
    private Value Init(Value fullname, Value path)
    {
        (_name, _path) = (fullname, path);
        return Value.None;
    }

    [PyGetter("name")]
    private Value GetName() => _name;

    [PySetter("name")]
    private Value SetName(Value value) => _name = value.IsUnbound ? Value.None : value;

    [PyGetter("path")]
    private Value GetPath() => _path;

    [PySetter("path")]
    private Value SetPath(Value value) => _path = value.IsUnbound ? Value.None : value;

    /// <summary>Return the path to the source file as found by the finder.</summary>
    [PyMethod("get_filename", Signature = "name=None")]
    private Value GetFileName(VmThread thread, Value name) => IsOther(thread, name) ? Value.Error : _path;

    /// <summary>Whether the file is a package's __init__.</summary>
    [PyMethod("is_package", Signature = "fullname=None")]
    private bool IsPackage(string? fullname) =>
        Path.GetFileNameWithoutExtension(File) == "__init__" && fullname?[(fullname.LastIndexOf('.') + 1)..] != "__init__";

    /// <summary>Return the data from path as raw bytes.</summary>
    [PyMethod("get_data", Signature = "path")]
    private static Value GetData(VmThread thread, PySourceFileLoader self, string path) => ReadFile(thread, path) is { } bytes ? new PyBytes(bytes) : Value.Error;

    /// <summary>Concrete implementation of InspectLoader.get_source.</summary>
    [PyMethod("get_source", Signature = "fullname=None")]
    private Value GetSource(VmThread thread, Value fullname)
    {
        var path = thread.CallMethod(this, GetFileNameKey, fullname.IsUnbound ? Value.None : fullname);
        var data = path.IsError ? path : thread.CallMethod(this, GetDataKey, path);
        if (data.IsError)
            return data;
        var module = Importing.Import(thread, "importlib.util");
        var decode = module.IsError ? module : Attributes.Get(thread, module, PyStr.Of("decode_source"));
        return decode.IsError ? decode : thread.Call(decode, data);
    }

    /// <summary>Return the code object compiled from source.
    ///
    /// The 'data' argument can be any object type that compile() supports.</summary>
    [PyMethod("source_to_code", Signature = "data, path, *, _optimize=-1")]
    private static Value SourceToCode(VmThread thread, PySourceFileLoader self, Value data, Value path, Value optimize)
    {
        var compile = thread.Interpreter.Builtins.Dict.GetStr(PyStr.Of("compile"));
        return thread.Call(compile, [data, path, Value.Str("exec"), Value.True], PyTuple.Of(Value.Str("dont_inherit")));
    }

    /// <summary>The code of the module, compiled from its source.</summary>
    [PyMethod("get_code", Signature = "fullname=None")]
    private Value GetCode(VmThread thread, Value fullname)
    {
        var path = thread.CallMethod(this, GetFileNameKey, fullname.IsUnbound ? Value.None : fullname);
        var data = path.IsError ? path : thread.CallMethod(this, GetDataKey, path);
        return data.IsError ? data : thread.CallMethod(this, SourceToCodeKey, data, path);
    }

    /// <summary>Use default semantics for module creation.</summary>
    [PyMethod("create_module", Signature = "spec")]
    private Value CreateModule(Value spec) => Value.None;

    /// <summary>Execute the module.</summary>
    [PyMethod("exec_module", Signature = "module")]
    private Value ExecModule(VmThread thread, PyModule module)
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
    private Value LoadModule(VmThread thread, Value fullname)
    {
        if (IsOther(thread, fullname))
            return Value.Error;
        var name = (_name.Ref as PyStr)?.Text ?? "";
        return SpecLoading.Load(thread, PyModuleSpec.OfFile(name, File, IsPackage(name), this));
    }

    /// <summary>Return the metadata for the path.</summary>
    [PyMethod("path_stats", Signature = "path")]
    private Value PathStats(VmThread thread, string path)
    {
        if (thread.Interpreter.Options.OperatingSystem.GetStatus(path, true, out var status) is var result and < 0)
            return SystemErrors.Raise(thread, (int)-result, Value.Str(path));
        var stats = new PyDict();
        stats.SetStr(PyStr.Of("mtime"), Value.Float(status.Modified / 1e9));
        stats.SetStr(PyStr.Of("size"), Value.Int(status.Size));
        return stats;
    }

    /// <summary>The files beside the package's code, for importlib.resources.</summary>
    [PyMethod("get_resource_reader", Signature = "module")]
    private Value GetResourceReader(VmThread thread, Value name)
    {
        var module = Importing.Import(thread, "importlib.readers");
        var reader = module.IsError ? module : Attributes.Get(thread, module, PyStr.Of("FileReader"));
        return reader.IsError ? reader : thread.Call(reader, this);
    }

    [PyMethod("__eq__")]
    private Value Equals(VmThread thread, Value other)
    {
        if (other.Ref is not PySourceFileLoader loader || loader.Type != Type)
            return Value.NotImplemented;
        return !Comparison.TryEquals(thread, _name, loader._name, out var names) || !Comparison.TryEquals(thread, _path, loader._path, out var paths) ? Value.Error
            : names && paths ? Value.True : Value.False;
    }

    [PyMethod("__hash__")]
    private long Hash() => HashCode.Combine((_name.Ref as PyStr)?.Text, File);

    /// <summary>The bytes of a file; null when it raised.</summary>
    internal static byte[]? ReadFile(VmThread thread, string file)
    {
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
