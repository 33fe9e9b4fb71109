// What generated code shares when it receives arguments: matching keywords to parameters and converting values to C#
// types. The everyday cases (positional arguments, small ints) are inline in the generated code; it comes here for the rest.

using System.Numerics;
using System.Runtime.CompilerServices;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Binding;

/// <summary>Argument values by parameter, on the C# stack.</summary>
[InlineArray(Length)]
internal struct ArgumentBuffer
{
    /// <summary>The most parameters a native function with keywords may have, its receiver included.</summary>
    internal const int Length = 16;

    private Value _first;
}

/// <summary>Matching and converting of arguments.</summary>
internal static class ArgumentParsing
{
    /// <summary>Puts arguments where their parameters are, the receiver first; what is omitted becomes unbound. Arguments
    /// for *args stay in <paramref name="args"/>. False when they do not fit and TypeError is pending.</summary>
    internal static bool Bind(
        VmThread thread, ParameterTable table, ReadOnlySpan<Value> args, PyTuple? names, Span<Value> bound, out PyDict? rest)
    {
        rest = null;
        var keywords = names is null ? [] : names.Items;
        var positional = args.Length - keywords.Length - table.Receivers;
        bound[..(table.Receivers + table.Names.Length)].Fill(Value.Unbound);
        if (positional < 0)
            return ArgumentErrors.NoReceiver(thread, table);
        if (table.Receivers > 0)
            bound[0] = args[0];
        if (!ArgumentErrors.CheckCounts(thread, table, positional, keywords.Length))
            return false;
        var parameters = bound.Slice(table.Receivers, table.Names.Length);
        args.Slice(table.Receivers, Math.Min(positional, table.Positional)).CopyTo(parameters);
        PyStr? doubled = null;
        PyStr? unknown = null;
        for (var i = 0; i < keywords.Length; i++)
        {
            var keyword = (PyStr)keywords[i].Ref!;
            var value = args[table.Receivers + positional + i];
            var index = table.IndexOf(keyword);
            if (index >= 0 && parameters[index].IsUnbound)
                parameters[index] = value;
            else if (index >= 0)
                doubled ??= keyword;
            else if (table.HasVarKeywords)
                (rest ??= new PyDict()).SetStr(keyword, value);
            else
                unknown ??= keyword;
        }
        for (var i = 0; i < parameters.Length; i++)
        {
            if (table.Required[i] && parameters[i].IsUnbound)
                return ArgumentErrors.Missing(thread, table, i);
        }
        if (doubled is not null)
            return ArgumentErrors.Doubled(thread, table, doubled, keywords);
        return unknown is null || ArgumentErrors.Unknown(thread, table, unknown);
    }

    /// <summary>A subclass that overrides <c>__init__</c> may be called with keywords that its native <c>__new__</c> does not
    /// know, and the other way round: they are dropped.</summary>
    internal static void DropForeignKeywords(PyType owner, NativeMethodKind kind, ref ReadOnlySpan<Value> args, ref PyTuple? names)
    {
        if (args.Length == names!.Items.Length)
            return;
        var (type, other) = kind == NativeMethodKind.New ? (args[0].Ref as PyType, Special.Init) : (args[0].Type, Special.New);
        if (type is null || ReferenceEquals(type, owner) || type.LookupSpecial(other).Is(owner.LookupSpecial(other)))
            return;
        args = args[..^names.Items.Length];
        names = null;
    }

    /// <summary>The arguments for *args.</summary>
    internal static ReadOnlySpan<Value> Rest(ReadOnlySpan<Value> args, PyTuple? names, int from)
    {
        var end = args.Length - (names is null ? 0 : names.Items.Length);
        return end <= from ? [] : args[from..end];
    }

    /// <summary>A dict of all keyword arguments, null when there are none.</summary>
    internal static PyDict? Keywords(ReadOnlySpan<Value> args, PyTuple? names)
    {
        if (names is null || names.Items.Length == 0)
            return null;
        var dict = new PyDict();
        var first = args.Length - names.Items.Length;
        for (var i = 0; i < names.Items.Length; i++)
            dict.SetStr((PyStr)names.Items[i].Ref!, args[first + i]);
        return dict;
    }

    /// <summary>An int by <c>__index__</c> that fits 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool ToInt64(VmThread thread, Value value, out long number)
    {
        number = value.Bits;
        return value.IsSmallInt || ToInt64Slowly(thread, value, out number);
    }

    /// <summary>An int by <c>__index__</c> that fits 32 bits.</summary>
    internal static bool ToInt32(VmThread thread, Value value, out int number)
    {
        number = 0;
        if (!value.IsSmallInt)
        {
            value = Conversions.Index(thread, value);
            if (value.IsError)
                return false;
        }
        if (value.TryGetInt64(out var wide) && wide >= int.MinValue && wide <= int.MaxValue)
        {
            number = (int)wide;
            return true;
        }
        thread.OverflowError("Python int too large to convert to C int");
        return false;
    }

    /// <summary>An int of any size by <c>__index__</c>.</summary>
    internal static bool ToBigInteger(VmThread thread, Value value, out BigInteger number)
    {
        if (value.TryGetBigInteger(out number))
            return true;
        return !(value = Conversions.Index(thread, value)).IsError && value.TryGetBigInteger(out number);
    }

    /// <summary>A float by <c>__float__</c> or <c>__index__</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool ToDouble(VmThread thread, Value value, out double number)
    {
        number = value.AsDouble;
        return value.IsFloat || Conversions.TryDouble(thread, value, out number);
    }

    /// <summary>The truth of a value.</summary>
    internal static bool ToBool(VmThread thread, Value value, out bool truth) => Truth.TryTest(thread, value, out truth);

    /// <summary>A result that may be null: the failure when an exception is pending, else None.</summary>
    internal static Value OrNone(VmThread thread, PyObject? result) =>
        result is not null ? Value.Of(result) : thread.Pending is null ? Value.None : Value.Error;

    /// <summary>A text that may be null: the failure when an exception is pending, else None.</summary>
    internal static Value OrNone(VmThread thread, string? result) =>
        result is not null ? Value.Str(result) : thread.Pending is null ? Value.None : Value.Error;

    /// <summary>The class <c>__new__</c> shall make an instance of; null when it is no subtype of the owner.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PyType? ToNew(VmThread thread, PyType owner, Value type) =>
        ReferenceEquals(type.Ref, owner) ? owner : ToNewSlowly(thread, owner, type);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool ToInt64Slowly(VmThread thread, Value value, out long number)
    {
        number = 0;
        value = Conversions.Index(thread, value);
        if (value.IsError)
            return false;
        if (value.TryGetInt64(out number))
            return true;
        thread.OverflowError("Python int too large to convert to C ssize_t");
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PyType? ToNewSlowly(VmThread thread, PyType owner, Value type)
    {
        if (type.Ref is not PyType wanted)
        {
            thread.TypeError($"{owner.QualifiedNativeName}.__new__(X): X is not a type object ({type.Type.QualifiedNativeName})");
            return null;
        }
        if (!wanted.IsSubtypeOf(owner))
        {
            thread.TypeError($"{owner.QualifiedNativeName}.__new__({wanted.QualifiedNativeName}): {wanted.QualifiedNativeName} is not a subtype of {owner.QualifiedNativeName}");
            return null;
        }
        // The nearest native type knows which C# class its instances have; another one's __new__ would make a wrong one.
        var native = wanted;
        while (native.IsHeapType)
            native = native.Base!;
        if (ReferenceEquals(native, owner) || native.Lookup(NewName).Is(owner.Lookup(NewName)))
            return wanted;
        thread.TypeError($"{owner.QualifiedNativeName}.__new__({wanted.QualifiedNativeName}) is not safe, use {native.QualifiedNativeName}.__new__()");
        return null;
    }

    private static readonly PyStr NewName = PyStr.Constant("__new__");
}
