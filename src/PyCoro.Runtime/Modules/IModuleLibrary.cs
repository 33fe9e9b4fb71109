using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;

namespace PyCoro.Runtime.Modules;

/// <summary>Where modules come from that are part of PyCoro: native ones and those written in Python. The runtime does not know
/// the library it runs with; the public API hands it in.</summary>
internal interface IModuleLibrary
{
    /// <summary>The native module of a full name, or null.</summary>
    NativeModule? FindNative(string name);

    /// <summary>The compiled code of a Python module of the library, or null.</summary>
    /// <param name="name">The full name.</param>
    /// <param name="isPackage">Whether it is a package.</param>
    CodeObject? FindCode(string name, out bool isPackage);

    /// <summary>The names of all Python modules of the library.</summary>
    IEnumerable<string> CodeNames { get; }
}
