using System.Collections.Concurrent;
using PyCoro.Compiler;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;
using PyCoro.Syntax;

namespace PyCoro.Stdlib;

/// <summary>The library that scripts import from: native modules, and those in Python that lie in the assembly. Code of the
/// latter is immutable, so that all interpreters of the process share what was compiled once.</summary>
internal sealed class StdlibLibrary : IModuleLibrary
{
    private readonly ConcurrentDictionary<string, CodeObject> _compiled = new();
    private Dictionary<string, NativeModule>? _native;

    /// <inheritdoc/>
    public NativeModule? FindNative(string name)
    {
        _native ??= StdlibModules.All.ToDictionary(static module => module.Name);
        return _native.GetValueOrDefault(name);
    }

    /// <inheritdoc/>
    public CodeObject? FindCode(string name, out bool isPackage)
    {
        if (!StdlibSources.TryGet(name, out var source, out isPackage))
            return null;
        return _compiled.GetOrAdd(name, static (module, text) => Compile($"<frozen {module}>", text), source);
    }

    private static CodeObject Compile(string file, string text)
    {
        var parsed = PythonSource.Parse(PythonSource.FromString(text, file), ParseMode.File);
        return PythonCompiler.Compile(parsed.Module, new CompileOptions(file, CompileMode.Exec, Source: parsed.Source)).Code;
    }
}
