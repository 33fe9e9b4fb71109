using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Loader of packages without a file (PEP 420).</summary>
[PyType("NamespaceLoader", Module = "_frozen_importlib_external", Subclassable = true, HasDict = true)]
internal sealed partial class PyNamespaceLoader : PyObject
{
    private Value _path = Value.None;

    internal PyNamespaceLoader(Shape shape) : base(shape) { }

    internal PyNamespaceLoader(Value path) : this(TypeObject.RootShape) => _path = path;

    [PyMethod("__init__", Signature = "name, path, path_finder=None")]
    private Value Init(Value name, Value path, Value pathFinder)
    {
        _path = path;
        return Value.None;
    }

    [PyGetter("_path")]
    private Value GetPath() => _path;

    /// <summary>Always: it is a package.</summary>
    [PyMethod("is_package", Signature = "fullname")]
    private bool IsPackage(Value fullname) => true;

    /// <summary>The source, which is empty.</summary>
    [PyMethod("get_source", Signature = "fullname")]
    private string GetSource(Value fullname) => "";

    /// <summary>Code that does nothing.</summary>
    [PyMethod("get_code", Signature = "fullname")]
    private PyCode? GetCode(VmThread thread, Value fullname) => SourceCompiler.CompileText(thread, "", SourceCompiler.DefaultOptions(thread, "<string>", Compiler.CompileMode.Exec));

    /// <summary>Use default semantics for module creation.</summary>
    [PyMethod("create_module", Signature = "spec")]
    private Value CreateModule(Value spec) => Value.None;

    /// <summary>Return repr for the module. Deprecated: the import system does the job itself.</summary>
    [PyStaticMethod("module_repr", Signature = "module")]
    private static Value ModuleRepr(VmThread thread, Value module) => OldProtocol.Repr(thread, "NamespaceLoader", module, "namespace");

    /// <summary>Load a namespace module. Deprecated in favor of exec_module().</summary>
    [PyMethod("load_module", Signature = "fullname")]
    private Value LoadModule(VmThread thread, string fullname) =>
        OldProtocol.Deprecate(thread, "the load_module() method", "exec_module()")
            ? SpecLoading.Load(thread, new PyModuleSpec(fullname, this, null) { Locations = new PyList() })
            : Value.Error;

    /// <summary>There is nothing to run.</summary>
    [PyMethod("exec_module", Signature = "module")]
    private Value ExecModule(Value module) => Value.None;

    /// <summary>The files of all portions, for importlib.resources.</summary>
    [PyMethod("get_resource_reader", Signature = "module")]
    private Value GetResourceReader(VmThread thread, Value name)
    {
        var module = Importing.Import(thread, "importlib.readers");
        var reader = module.IsError ? module : Attributes.Get(thread, module, PyStr.Of("NamespaceReader"));
        return reader.IsError ? reader : thread.Call(reader, _path);
    }
}
