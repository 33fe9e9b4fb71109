using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Posix;

/// <summary>An entry that <c>os.scandir</c> found (library reference: os.DirEntry).</summary>
[PyType("DirEntry", Module = "posix")]
internal sealed partial class PyDirEntry : PyObject
{
    private readonly PathArgument _folder;

    /// <summary>See PEP 585</summary>
    [PyClassMethod("__class_getitem__")]
    private static Value ClassGetItem(PyType type, Value item) => new PyGenericAlias(type, item);
    private readonly FileEntry _entry;

    internal PyDirEntry(PathArgument folder, FileEntry entry) : base(TypeObject.RootShape)
    {
        _folder = folder;
        _entry = entry;
    }

    private string FullPath => _folder.Original.IsNone ? "./" + _entry.Name
        : _folder.Text.EndsWith('/') ? _folder.Text + _entry.Name : _folder.Text + "/" + _entry.Name;

    [PyGetter("name", Member = true)]
    private Value GetName(VmThread thread) => _folder.Like(thread, _entry.Name);

    [PyGetter("path", Member = true)]
    private Value GetPath(VmThread thread) => _folder.Like(thread, FullPath);

    [PyMethod("__fspath__")]
    private Value FsPath(VmThread thread) => GetPath(thread);

    /// <summary>Return inode of the entry; cached per entry.</summary>
    [PyMethod("inode")]
    private Value Inode(VmThread thread)
    {
        var result = PosixModule.System(thread).GetStatus(FullPath, false, out var status);
        return result < 0 ? SystemErrors.Raise(thread, (int)-result, GetPath(thread)) : Value.Int((long)status.Inode);
    }

    /// <summary>Return stat_result object for the entry; cached per entry.</summary>
    [PyMethod("stat", Signature = "*, follow_symlinks=True")]
    private Value Stat(VmThread thread, bool followSymlinks = true)
    {
        var result = PosixModule.System(thread).GetStatus(FullPath, followSymlinks, out var status);
        return result < 0 ? SystemErrors.Raise(thread, (int)-result, GetPath(thread)) : StatResults.Of(thread).Make(status);
    }

    /// <summary>Return True if the entry is a symbolic link; cached per entry.</summary>
    [PyMethod("is_symlink")]
    private bool IsSymLink() => _entry.IsLink;

    /// <summary>Return True if the entry is a directory; cached per entry.</summary>
    [PyMethod("is_dir", Signature = "*, follow_symlinks=True")]
    private bool IsDir(VmThread thread, bool followSymlinks = true) => IsKind(thread, 0x4000, followSymlinks);

    /// <summary>Return True if the entry is a file; cached per entry.</summary>
    [PyMethod("is_file", Signature = "*, follow_symlinks=True")]
    private bool IsFile(VmThread thread, bool followSymlinks = true) => IsKind(thread, 0x8000, followSymlinks);

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) =>
        Texts.Repr(thread, GetName(thread)) is { } name ? Value.Str($"<DirEntry {name.Text}>") : Value.Error;

    private bool IsKind(VmThread thread, uint kind, bool followLinks)
    {
        const uint KindMask = 0xF000;
        return PosixModule.System(thread).GetStatus(FullPath, followLinks, out var status) >= 0 && (status.Mode & KindMask) == kind;
    }
}

/// <summary>What <c>os.scandir</c> returns.</summary>
[PyType("ScandirIterator", Module = "posix")]
internal sealed partial class PyScandirIterator : PyIterator
{
    private readonly PathArgument _folder;
    private readonly List<FileEntry> _entries;
    private int _next;

    internal PyScandirIterator(PathArgument folder, List<FileEntry> entries) : base(TypeObject.RootShape)
    {
        _folder = folder;
        _entries = entries;
    }

    internal override Value Next(VmThread thread) =>
        _next < _entries.Count ? new PyDirEntry(_folder, _entries[_next++]) : Value.Unbound;

    [PyMethod("close")]
    private void Close() => _next = _entries.Count;

    [PyMethod("__enter__")]
    private Value Enter() => this;

    [PyMethod("__exit__")]
    private Value Exit(ReadOnlySpan<Value> args)
    {
        Close();
        return Value.None;
    }
}
