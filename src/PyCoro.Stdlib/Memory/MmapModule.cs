using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Memory;

/// <summary>Files as memory (library reference: mmap). Linux only.</summary>
[PyModule("mmap", Types = [typeof(PyMmap)])]
internal static partial class MmapModule
{
    private static readonly (string Name, long Value)[] Constants =
    [
        ("ACCESS_COPY", PyMmap.AccessCopy), ("ACCESS_DEFAULT", PyMmap.AccessDefault), ("ACCESS_READ", PyMmap.AccessRead),
        ("ACCESS_WRITE", PyMmap.AccessWrite), ("MADV_DODUMP", 17), ("MADV_DOFORK", 11), ("MADV_DONTDUMP", 16), ("MADV_DONTFORK", 10),
        ("MADV_DONTNEED", 4), ("MADV_FREE", 8), ("MADV_HUGEPAGE", 14), ("MADV_HWPOISON", 100), ("MADV_MERGEABLE", 12),
        ("MADV_NOHUGEPAGE", 15), ("MADV_NORMAL", 0), ("MADV_RANDOM", 1), ("MADV_REMOVE", 9), ("MADV_SEQUENTIAL", 2),
        ("MADV_UNMERGEABLE", 13), ("MADV_WILLNEED", 3), ("MAP_ANON", Mapping.Anonymous), ("MAP_ANONYMOUS", Mapping.Anonymous),
        ("MAP_DENYWRITE", 2048), ("MAP_EXECUTABLE", 4096), ("MAP_POPULATE", 32768), ("MAP_PRIVATE", Mapping.Private),
        ("MAP_SHARED", Mapping.Shared), ("MAP_STACK", 131072), ("PROT_EXEC", 4), ("PROT_READ", Mapping.Readable),
        ("PROT_WRITE", Mapping.Writable),
    ];

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        void Set(string name, Value value) => module.Dict.SetStr(thread.Interpreter.Intern(name), value);
        foreach (var (name, value) in Constants)
            Set(name, Value.Int(value));
        Set("PAGESIZE", Value.Int(Environment.SystemPageSize));
        Set("ALLOCATIONGRANULARITY", Value.Int(Environment.SystemPageSize));
        Set("error", ExceptionTypes.OSError);
        return Value.None;
    }
}
