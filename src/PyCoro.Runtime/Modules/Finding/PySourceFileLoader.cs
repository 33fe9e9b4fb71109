using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Concrete implementation of SourceLoader using the file system.</summary>
[PyType("SourceFileLoader", Module = "_frozen_importlib_external", Subclassable = true, HasDict = true)]
internal sealed partial class PySourceFileLoader : PyFileLoader
{
    private static readonly PyStr SourceToCodeKey = PyStr.Constant("source_to_code");

    private static readonly PyStr SetDataKey = PyStr.Constant("set_data");

    internal PySourceFileLoader(Shape shape) : base(shape) { }

    internal PySourceFileLoader(string name, string file) : base(TypeObject.RootShape, name, file) { }

    /// <summary>Not a subclass: nobody can have changed what it does.</summary>
    internal bool IsExact => Type == TypeObject;

    /// <summary>Whether bytecode of sources is written: then it is looked for too, otherwise imports save the question.</summary>
    internal static bool KeepsBytecode(VmThread thread) =>
        thread.Interpreter.GetSys("dont_write_bytecode") is { IsUnbound: false } forbidden && Truth.TryTest(thread, forbidden, out var isForbidden) && !isForbidden;

    /// <summary>Concrete implementation of InspectLoader.get_source.</summary>
    [PyMethod("get_source", Signature = "fullname=None")]
    private Value GetSource(VmThread thread, Value fullname) =>
        CallLibrary(thread, "SourceLoader", "get_source", this, fullname.IsUnbound ? GetName() : fullname);

    /// <summary>Return the code object compiled from source.
    ///
    /// The 'data' argument can be any object type that compile() supports.</summary>
    [PyMethod("source_to_code", Signature = "data, path, *, _optimize=-1")]
    private static Value SourceToCode(VmThread thread, PySourceFileLoader self, Value data, Value path, Value optimize)
    {
        var compile = thread.Interpreter.Builtins.Dict.GetStr(PyStr.Of("compile"));
        return thread.Call(compile, [data, path, Value.Str("exec"), Value.True], PyTuple.Of(Value.Str("dont_inherit")));
    }

    /// <summary>The code of the module: from its bytecode file if that is up to date, else compiled from its source.</summary>
    [PyMethod("get_code", Signature = "fullname=None")]
    private Value GetCode(VmThread thread, Value fullname)
    {
        var path = thread.CallMethod(this, GetFileNameKey, fullname.IsUnbound ? Value.None : fullname);
        if (path.IsError)
            return path;
        if (KeepsBytecode(thread) || (path.Ref is PyStr file && System.IO.File.Exists(PyModuleSpec.CacheOf(file.Text))))
            return CallLibrary(thread, "SourceLoader", "get_code", this, fullname.IsUnbound ? GetName() : fullname);
        var data = thread.CallMethod(this, GetDataKey, path);
        return data.IsError ? data : thread.CallMethod(this, SourceToCodeKey, data, path);
    }

    /// <summary>Write bytes data to a file, and the folders above it.</summary>
    [PyMethod("set_data", Signature = "path, data, *, _mode=438")]
    private Value SetData(VmThread thread, Value path, Value data, int mode) => CallLibrary(thread, null, "_keep", path, data, Value.Int(mode));

    [PyMethod("_cache_bytecode", Signature = "source_path, bytecode_path, data")]
    private Value CacheBytecode(VmThread thread, Value sourcePath, Value bytecodePath, Value data)
    {
        var mode = CallLibrary(thread, null, "_calc_mode", sourcePath);
        var set = mode.IsError ? mode : Attributes.Get(thread, this, SetDataKey);
        return set.IsError ? set : thread.Call(set, [bytecodePath, data, mode], PyTuple.Of(Value.Str("_mode")));
    }

    /// <summary>The modification time of a path.</summary>
    [PyMethod("path_mtime", Signature = "path")]
    private Value PathTime(VmThread thread, Value path) => CallLibrary(thread, "SourceLoader", "path_mtime", this, path);

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

    // What is rarely done is done in Python: importlib._loaders.
    private static Value CallLibrary(VmThread thread, string? owner, string name, params ReadOnlySpan<Value> arguments)
    {
        var found = Importing.Import(thread, "importlib._loaders");
        if (owner is not null && !found.IsError)
            found = Attributes.Get(thread, found, PyStr.Of(owner));
        if (!found.IsError)
            found = Attributes.Get(thread, found, PyStr.Of(name));
        return found.IsError ? found : thread.Call(found, arguments, null);
    }
}
