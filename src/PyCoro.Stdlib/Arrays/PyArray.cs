// array.array: items of one machine type side by side in a byte array. Converting a value may run Python code, which may
// change the array, so values are converted into a buffer of their own first and then put in place.

using System.Runtime.InteropServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Arrays;

/// <summary>array(typecode [, initializer]) -> array
///
/// Return a new array whose items are restricted by typecode, and
/// initialized from the optional initializer: a list, a bytes-like object, a string or an iterable.</summary>
[PyType("array", Module = "array", Subclassable = true)]
internal sealed partial class PyArray : PyObject, IBuffer
{
    private const int LargestItem = 8;

    private byte[] _bytes = [];
    private int _count;
    private int _exports;

    private PyArray(Shape shape, ArrayItemKind kind) : base(shape) => Kind = kind;

    /// <summary>What the items are.</summary>
    internal ArrayItemKind Kind { get; }

    /// <summary>Number of items.</summary>
    internal int Count => _count;

    bool IBuffer.IsReadOnly => false;

    string IBuffer.Format => Kind.Code == 'u' ? "w" : Kind.Code.ToString();

    int IBuffer.ItemSize => Kind.Size;

    Span<byte> IBuffer.Memory => Bytes;

    private Span<byte> Bytes => _bytes.AsSpan(0, _count * Kind.Size);

    /// <summary>the typecode character used to create the array</summary>
    [PyGetter("typecode")]
    private string TypeCode => Kind.Code.ToString();

    /// <summary>the size, in bytes, of one array item</summary>
    [PyGetter("itemsize")]
    private int ItemSize => Kind.Size;

    void IBuffer.AddExport() => _exports++;

    void IBuffer.RemoveExport() => _exports--;

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyTuple? names)
    {
        if (names is not null && ReferenceEquals(type, TypeObject))
            return thread.TypeError("array.array() takes no keyword arguments");
        args = args[..^(names?.Items.Length ?? 0)];
        if (args.Length is 0 or > 2)
            return thread.TypeError($"array() takes at {(args.Length == 0 ? "least 1 argument" : "most 2 arguments")} ({args.Length} given)");
        if (args[0].Ref is not PyStr { Length: 1 } code)
            return ArgumentErrors.BadArgument(thread, "array", "argument 1", "a unicode character", args[0]);
        if (ArrayItemKind.Of(CodePoints.At(code.Text, 0)) is not { } kind)
            return thread.ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
        var array = new PyArray(type.RootShape, kind);
        return args.Length == 1 || array.Fill(thread, args[1]) ? array : Value.Error;
    }

    /// <summary>An array of a type with the bytes of items.</summary>
    internal static Value FromBytes(VmThread thread, PyType type, ArrayItemKind kind, ReadOnlySpan<byte> bytes)
    {
        var array = new PyArray(type.RootShape, kind);
        return array.FromBytes(thread, bytes) ? array : Value.Error;
    }

    /// <summary>The item at a valid place.</summary>
    internal Value ItemAt(VmThread thread, int place) => Kind.Read(thread, Bytes.Slice(place * Kind.Size, Kind.Size));

    /// <summary>Append new value v to the end of the array.</summary>
    [PyMethod("append")]
    private Value Append(VmThread thread, Value v) => InsertAt(thread, long.MaxValue, v);

    /// <summary>Insert a new item v into the array before position i.</summary>
    [PyMethod("insert")]
    private Value InsertAt(VmThread thread, long i, Value v)
    {
        Span<byte> item = stackalloc byte[LargestItem];
        item = item[..Kind.Size];
        if (!Kind.TryWrite(thread, item, v))
            return Value.Error;
        var place = System.Math.Clamp(i < 0 ? i + _count : i, 0, _count);
        return Splice(thread, (int)place, 0, item) ? Value.None : Value.Error;
    }

    /// <summary>Append items to the end of the array.</summary>
    [PyMethod("extend", Signature = "bb, /")]
    private Value Extend(VmThread thread, Value bb)
    {
        if (bb.Ref is PyArray array)
        {
            if (array.Kind != Kind)
                return thread.TypeError("can only extend with array of same kind");
            return Splice(thread, _count, 0, array.Bytes.ToArray()) ? Value.None : Value.Error;
        }
        var iterator = Iteration.GetIter(thread, bb);
        if (iterator.IsError)
            return iterator;
        while (true)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsUnbound)
                return Value.None;
            if (item.IsError || Append(thread, item).IsError)
                return Value.Error;
        }
    }

    /// <summary>Append items to array from list.</summary>
    [PyMethod("fromlist")]
    private Value FromList(VmThread thread, Value list)
    {
        if (list.Ref is not PyList items)
            return thread.TypeError("arg must be list");
        var count = items.Count;
        var bytes = new byte[count * Kind.Size];
        for (var i = 0; i < count; i++)
        {
            if (!Kind.TryWrite(thread, bytes.AsSpan(i * Kind.Size, Kind.Size), items.Items[i]))
                return Value.Error;
            if (items.Count != count)
                return thread.RuntimeError("list changed size during iteration");
        }
        return Splice(thread, _count, 0, bytes) ? Value.None : Value.Error;
    }

    /// <summary>Append items from bytes, taken as an array of machine values.</summary>
    [PyMethod("frombytes")]
    private Value FromBytes(VmThread thread, Value buffer)
    {
        if (!Buffers.Require(thread, buffer, out var bytes))
            return Value.Error;
        if (buffer.Ref is IBuffer { ItemSize: not 1 })
            return thread.TypeError("a bytes-like object is required");
        return FromBytes(thread, ReferenceEquals(buffer.Ref, this) ? bytes.ToArray() : bytes) ? Value.None : Value.Error;
    }

    /// <summary>Append the characters of a string. The array must be of typecode 'u'.</summary>
    [PyMethod("fromunicode", Signature = "ustr, /")]
    private Value FromUnicode(VmThread thread, PyStr ustr)
    {
        if (Kind.Code != 'u')
            return thread.ValueError("fromunicode() may only be called on unicode type arrays");
        var bytes = new byte[ustr.Length * sizeof(int)];
        var units = MemoryMarshal.Cast<byte, int>(bytes.AsSpan());
        var next = 0;
        foreach (var point in new CodePoints(ustr.Text))
            units[next++] = point;
        return Splice(thread, _count, 0, bytes) ? Value.None : Value.Error;
    }

    /// <summary>Read n objects from the file object f and append them to the end of the array.</summary>
    [PyMethod("fromfile", Signature = "f, n, /")]
    private Value FromFile(VmThread thread, Value f, long n)
    {
        if (n < 0)
            return thread.ValueError("negative count");
        if (n > Sequences.MaxLength / Kind.Size)
            return thread.Raise(ExceptionTypes.MemoryError);
        var data = thread.CallMethod(f, PyStr.Constant("read"), Value.Int(n * Kind.Size));
        if (data.IsError)
            return data;
        if (data.Ref is not PyBytes bytes)
            return thread.TypeError("read() didn't return bytes");
        if (!FromBytes(thread, bytes.Content))
            return Value.Error;
        return bytes.Content.Length == n * Kind.Size
            ? Value.None
            : thread.Raise(ExceptionTypes.EOFError, "read() didn't return enough bytes");
    }

    /// <summary>Write all items (as machine values) to the file object f.</summary>
    [PyMethod("tofile")]
    private Value ToFile(VmThread thread, Value f)
    {
        const int Block = 64 * 1024;
        for (var start = 0; start < Bytes.Length; start += Block)
        {
            var block = new PyBytes(Bytes[start..System.Math.Min(start + Block, Bytes.Length)].ToArray());
            if (thread.CallMethod(f, PyStr.Constant("write"), block).IsError)
                return Value.Error;
        }
        return _count > 0 || !Attributes.Get(thread, f, PyStr.Constant("write")).IsError ? Value.None : Value.Error;
    }

    /// <summary>Convert the array to an array of machine values and return the bytes representation.</summary>
    [PyMethod("tobytes")]
    private Value ToBytes() => new PyBytes(Bytes.ToArray());

    /// <summary>Convert array to an ordinary list with the same items.</summary>
    [PyMethod("tolist")]
    private Value ToList(VmThread thread) => Items(thread) is { } items ? new PyList(items) : Value.Error;

    /// <summary>Convert the array to a string. The array must be of typecode 'u'.</summary>
    [PyMethod("tounicode")]
    private Value ToUnicode(VmThread thread)
    {
        if (Kind.Code != 'u')
            return thread.ValueError("tounicode() may only be called on unicode type arrays");
        var text = new TextBuilder(_count);
        for (var place = 0; place < Bytes.Length; place += Kind.Size)
        {
            if (!ArrayItemKind.TryAppend(thread, ref text, Bytes[place..]))
            {
                text.Release();
                return Value.Error;
            }
        }
        return Value.Str(text.Finish());
    }

    /// <summary>Return a tuple (address, length) of the memory that holds the items; the address is only good for telling
    /// arrays apart.</summary>
    [PyMethod("buffer_info")]
    private Value BufferInfo(VmThread thread) =>
        PyTuple.Of(Value.Int(thread.Interpreter.Identities.Of(this)), Value.Int(_count));

    /// <summary>Byteswap all items of the array.</summary>
    [PyMethod("byteswap")]
    private void ByteSwap()
    {
        for (var place = 0; Kind.Size > 1 && place < Bytes.Length; place += Kind.Size)
            Bytes.Slice(place, Kind.Size).Reverse();
    }

    /// <summary>Reverse the order of the items in the array.</summary>
    [PyMethod("reverse")]
    private void Reverse()
    {
        Bytes.Reverse();
        ByteSwap();
    }

    /// <summary>Return number of occurrences of v in the array.</summary>
    [PyMethod("count")]
    private Value CountOf(VmThread thread, Value v) => Sequences.CountOf(thread, new ArrayMembers(thread, this), v);

    /// <summary>Return index of first occurrence of v in the array.</summary>
    [PyMethod("index", Signature = "v, start=0, stop=sys.maxsize, /")]
    private Value Index(VmThread thread, Value v, Value start, Value stop)
    {
        if (!Sequences.TryBounds(thread, start, stop, _count, out var from, out var to)
            || !Sequences.TryFind(thread, new ArrayMembers(thread, this), v, from, to, out var place))
        {
            return Value.Error;
        }
        return place >= 0 ? Value.Int(place) : thread.ValueError("array.index(x): x not in array");
    }

    /// <summary>Remove the first occurrence of v in the array.</summary>
    [PyMethod("remove")]
    private Value Remove(VmThread thread, Value v)
    {
        if (!Sequences.TryFind(thread, new ArrayMembers(thread, this), v, 0, long.MaxValue, out var place))
            return Value.Error;
        if (place < 0)
            return thread.ValueError("array.remove(x): x not in array");
        return Splice(thread, place, 1, []) ? Value.None : Value.Error;
    }

    /// <summary>Return the i-th element and delete it from the array.</summary>
    [PyMethod("pop")]
    private Value Pop(VmThread thread, long i = -1)
    {
        if (_count == 0)
            return thread.IndexError("pop from empty array");
        var place = i < 0 ? i + _count : i;
        if (place < 0 || place >= _count)
            return thread.IndexError("pop index out of range");
        var item = ItemAt(thread, (int)place);
        return !item.IsError && Splice(thread, (int)place, 1, []) ? item : Value.Error;
    }

    /// <summary>Return a copy of the array.</summary>
    [PyMethod("__copy__")]
    private PyArray Copy() => With(Bytes.ToArray());

    /// <summary>Return a copy of the array.</summary>
    [PyMethod("__deepcopy__")]
    private PyArray DeepCopy(Value unused) => Copy();

    /// <summary>Return state information for pickling.</summary>
    [PyMethod("__reduce_ex__")]
    private Value ReduceEx(VmThread thread, int protocol)
    {
        var state = Attributes.TryGet(thread, this, PyStr.Constant("__dict__"));
        if (state.IsError)
            return state;
        if (state.IsUnbound)
            state = Value.None;
        if (protocol < 3)
        {
            var content = ToList(thread);
            return content.IsError ? content : PyTuple.Of(Type, PyTuple.Of(Value.Str(TypeCode), content), state);
        }
        var module = Runtime.Modules.Importing.Import(thread, "array");
        var make = module.IsError ? module : Attributes.Get(thread, module, PyStr.Constant("_array_reconstructor"));
        return make.IsError ? make : PyTuple.Of(
            make, new PyTuple([Type, Value.Str(TypeCode), Value.Int((int)MachineFormats.Of(Kind)), ToBytes()]), state);
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        if (_count == 0)
            return Value.Str($"{Type.Name}('{Kind.Code}')");
        var content = Kind.Code == 'u' ? ToUnicode(thread) : ToList(thread);
        return !content.IsError && Texts.Repr(thread, content) is { } repr
            ? Value.Str($"{Type.Name}('{Kind.Code}', {repr.Text})")
            : Value.Error;
    }

    [PyComparison]
    private Value CompareTo(VmThread thread, CompareOperation operation, Value other)
    {
        if (other.Ref is not PyArray array)
            return Value.NotImplemented;
        if (array.Kind == Kind && Kind.IsInteger && operation is CompareOperation.Eq or CompareOperation.Ne)
            return Value.Bool(Bytes.SequenceEqual(array.Bytes) == (operation == CompareOperation.Eq));
        // In an array a NaN is equal to nothing, since each reading makes another object of it.
        if (Kind.IsFloat && array.Kind.IsFloat && HasNaNFirst(array))
            return Value.Bool(operation == CompareOperation.Ne);
        return Sequences.Compare(thread, operation, new ArrayMembers(thread, this), new ArrayMembers(thread, array));
    }

    // Is the first difference between two arrays of floats a NaN?
    private bool HasNaNFirst(PyArray other)
    {
        for (var i = 0; i < _count && i < other._count; i++)
        {
            var (left, right) = (Kind.ReadFloat(Bytes[(i * Kind.Size)..]), other.Kind.ReadFloat(other.Bytes[(i * other.Kind.Size)..]));
            if (double.IsNaN(left) || double.IsNaN(right))
                return true;
            if (left != right)
                return false;
        }
        return false;
    }

    /// <summary>An array of the plain type with the same kind of items, which owns the bytes.</summary>
    private PyArray With(byte[] bytes) => new(TypeObject.RootShape, Kind) { _bytes = bytes, _count = bytes.Length / Kind.Size };

    private Value[]? Items(VmThread thread)
    {
        var items = new Value[_count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = ItemAt(thread, i);
            if (items[i].IsError)
                return null;
        }
        return items;
    }

    private bool Fill(VmThread thread, Value initial)
    {
        switch (initial.Ref)
        {
            case PyStr text when Kind.Code == 'u':
                return !FromUnicode(thread, text).IsError;
            case PyStr:
                thread.TypeError($"cannot use a str to initialize an array with typecode '{Kind.Code}'");
                return false;
            case PyArray { Kind.Code: 'u' } when Kind.Code != 'u':
                thread.TypeError($"cannot use a unicode array to initialize an array with typecode '{Kind.Code}'");
                return false;
            case PyArray other when other.Kind == Kind:
                return Splice(thread, 0, 0, other.Bytes);
            case PyArray other:
                return other.Items(thread) is { } items && !FromList(thread, new PyList(items)).IsError;
            case ByteSequence sequence:
                return FromBytes(thread, sequence.Span);
            default:
                return !Extend(thread, initial).IsError;
        }
    }

    private bool FromBytes(VmThread thread, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % Kind.Size != 0)
        {
            thread.ValueError("bytes length not a multiple of item size");
            return false;
        }
        return Splice(thread, _count, 0, bytes);
    }

    /// <summary>Replaces items by others; false when it raised, because views forbid to change the size.</summary>
    private bool Splice(VmThread thread, int place, int removed, ReadOnlySpan<byte> inserted)
    {
        var size = Kind.Size;
        var change = inserted.Length - removed * size;
        if (change != 0 && _exports > 0)
        {
            thread.Raise(ExceptionTypes.BufferError, "cannot resize an array that is exporting buffers");
            return false;
        }
        var oldLength = _count * size;
        var newLength = oldLength + change;
        var tail = (place + removed) * size;
        if (newLength > _bytes.Length)
        {
            var larger = new byte[newLength + (newLength >> 3) + (_count == 0 ? 0 : 16)];
            _bytes.AsSpan(0, place * size).CopyTo(larger);
            _bytes.AsSpan(tail, oldLength - tail).CopyTo(larger.AsSpan(tail + change));
            _bytes = larger;
        }
        else if (change != 0)
        {
            _bytes.AsSpan(tail, oldLength - tail).CopyTo(_bytes.AsSpan(tail + change));
        }
        inserted.CopyTo(_bytes.AsSpan(place * size));
        _count = newLength / size;
        return true;
    }
}

/// <summary>Items of an array, which may change at any call of Python code. Reading fails only for what is no character.</summary>
internal readonly struct ArrayMembers(VmThread thread, PyArray array) : IItems
{
    public int Count => array.Count;

    public Value this[int index] => array.ItemAt(thread, index);
}
