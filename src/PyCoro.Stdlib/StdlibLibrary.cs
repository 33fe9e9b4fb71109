using System.Collections.Concurrent;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Modules;

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
        isPackage = StdlibSources.IsPackage(name);
        return _compiled.TryGetValue(name, out var known) ? known
            : StdlibSources.ReadCode(name) is { } code ? _compiled.GetOrAdd(name, code)
            : null;
    }

    /// <inheritdoc/>
    public IEnumerable<string> CodeNames => StdlibSources.Names();
}
