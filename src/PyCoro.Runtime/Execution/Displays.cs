// Displays, unpacking and f-strings: the opcodes that build containers from operands or take them apart.

using System.Text;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class Displays
{
    private static readonly PyStr Keys = PyStr.Constant("keys");

    /// <summary>How many places of the stack go into what <see cref="Build"/> makes.</summary>
    internal static int OperandCount(Instruction instruction) => instruction.Op switch
    {
        Opcode.BUILD_MAP => 2 * instruction.Arg,
        Opcode.BUILD_CONST_KEY_MAP => instruction.Arg + 1,
        _ => instruction.Arg,
    };

    /// <summary>BUILD_SET, BUILD_MAP, BUILD_CONST_KEY_MAP and BUILD_STRING.</summary>
    internal static Value Build(VmThread thread, Opcode op, ReadOnlySpan<Value> operands)
    {
        switch (op)
        {
            case Opcode.BUILD_STRING:
                return BuildString(operands);
            case Opcode.BUILD_SET:
            {
                var set = new PySet();
                foreach (var item in operands)
                {
                    if (!set.Add(thread, item))
                        return Value.Error;
                }
                return set;
            }
        }
        var dict = new PyDict();
        if (op == Opcode.BUILD_MAP)
        {
            for (var i = 0; i < operands.Length; i += 2)
            {
                if (!dict.Set(thread, operands[i], operands[i + 1]))
                    return Value.Error;
            }
            return dict;
        }
        var keys = ((PyTuple)operands[^1].Ref!).Items;
        for (var i = 0; i < keys.Length; i++)
        {
            if (!dict.Set(thread, keys[i], operands[i]))
                return Value.Error;
        }
        return dict;
    }

    /// <summary>FORMAT_VALUE (language reference, f-strings).</summary>
    internal static Value FormatValue(VmThread thread, Value value, int conversion, Value spec)
    {
        if (conversion != 0)
        {
            var text = conversion switch { 1 => Texts.Str(thread, value), 2 => Texts.Repr(thread, value), _ => Texts.Ascii(thread, value) };
            if (text is null)
                return Value.Error;
            value = text;
        }
        if (spec.IsUnbound && value.Ref is PyStr { Type.IsHeapType: false })
            return value;
        var formatted = Texts.Format(thread, value, spec.IsUnbound ? PyStr.Empty : (PyStr)spec.Ref!);
        return formatted is null ? Value.Error : formatted;
    }

    /// <summary>SET_ADD, LIST_EXTEND, SET_UPDATE, DICT_UPDATE. None or Error.</summary>
    internal static Value Add(VmThread thread, Opcode op, Value container, Value operand)
    {
        switch (op)
        {
            case Opcode.SET_ADD:
                return ((PySet)container.Ref!).Add(thread, operand) ? Value.None : Value.Error;
            case Opcode.SET_UPDATE:
                return ((PySet)container.Ref!).UpdateFrom(thread, operand) ? Value.None : Value.Error;
            case Opcode.LIST_EXTEND:
                if (((PyList)container.Ref!).ExtendFrom(thread, operand))
                    return Value.None;
                if (thread.PendingIs(ExceptionTypes.TypeError) && operand.Type.LookupSpecial(Types.Special.Iter).IsUnbound && operand.Type.LookupSpecial(Types.Special.GetItem).IsUnbound)
                {
                    thread.TakePending();
                    thread.TypeError($"Value after * must be an iterable, not {operand.Type.QualifiedNativeName}");
                }
                return Value.Error;
            default:
                return UpdateDict(thread, (PyDict)container.Ref!, operand);
        }
    }

    /// <summary>DICT_MERGE: <c>f(**a, **b)</c> refuses what is no mapping and what is given twice. None or Error.</summary>
    internal static Value MergeKeywords(VmThread thread, Value callable, Value target, Value mapping)
    {
        var dict = (PyDict)target.Ref!;
        if (mapping.Ref is PyDict source)
        {
            for (var place = 0; place < source.EntryCount; place++)
            {
                var entry = source.EntryAt(place);
                if (!entry.Key.IsUnbound && (!IsNewKeyword(thread, callable, dict, entry.Key) || !dict.Set(thread, entry.Key, entry.Item)))
                    return Value.Error;
            }
            return Value.None;
        }
        var method = Attributes.TryGet(thread, mapping, Keys);
        if (method.IsError)
            return method;
        if (method.IsUnbound)
            return thread.TypeError($"{Calls.Describe(thread, callable)} argument after ** must be a mapping, not {mapping.Type.QualifiedNativeName}");
        var names = thread.Call(method);
        if (names.IsError || Iteration.ToArray(thread, names) is not { } keys)
            return Value.Error;
        foreach (var key in keys)
        {
            if (!IsNewKeyword(thread, callable, dict, key))
                return Value.Error;
            var item = Items.Get(thread, mapping, key);
            if (item.IsError || !dict.Set(thread, key, item))
                return Value.Error;
        }
        return Value.None;
    }

    // A key that is no text is let through: the call itself will complain of it.
    private static bool IsNewKeyword(VmThread thread, Value callable, PyDict given, Value key)
    {
        var known = given.Get(thread, key);
        if (known.IsUnbound)
            return true;
        if (!known.IsError && Texts.Str(thread, key) is { } text)
            thread.TypeError($"{Calls.Describe(thread, callable)} got multiple values for keyword argument '{text.Text}'");
        return false;
    }

    /// <summary>UNPACK_SEQUENCE: the targets get the items in reverse, the first on top. False when it raised.</summary>
    internal static bool Unpack(VmThread thread, Value sequence, int count, Span<Value> targets)
    {
        if (sequence.Ref is PyList list && ReferenceEquals(list.Type, PyList.TypeObject) && list.Count == count)
        {
            for (var i = 0; i < count; i++)
                targets[count - 1 - i] = list.Items[i];
            return true;
        }
        if (!TryIterate(thread, sequence, out var iterator))
            return false;
        for (var i = 0; i < count; i++)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsUnbound)
                thread.ValueError($"not enough values to unpack (expected {count}, got {i})");
            if (item.IsSentinel)
                return false;
            targets[count - 1 - i] = item;
        }
        var extra = Iteration.Next(thread, iterator);
        if (extra.IsUnbound)
            return true;
        if (!extra.IsError)
            thread.ValueError($"too many values to unpack (expected {count})");
        return false;
    }

    /// <summary>UNPACK_EX: as <see cref="Unpack"/>, a list takes what is between. False when it raised.</summary>
    internal static bool UnpackStarred(VmThread thread, Value sequence, int before, int after, Span<Value> targets)
    {
        if (!TryIterate(thread, sequence, out var iterator))
            return false;
        var total = before + 1 + after;
        for (var i = 0; i < before; i++)
        {
            var item = Iteration.Next(thread, iterator);
            if (item.IsUnbound)
                thread.ValueError($"not enough values to unpack (expected at least {before + after}, got {i})");
            if (item.IsSentinel)
                return false;
            targets[total - 1 - i] = item;
        }
        var rest = Iteration.ToArray(thread, iterator);
        if (rest is null)
            return false;
        if (rest.Length < after)
        {
            thread.ValueError($"not enough values to unpack (expected at least {before + after}, got {before + rest.Length})");
            return false;
        }
        targets[after] = new PyList(rest[..^after]);
        for (var i = 0; i < after; i++)
            targets[after - 1 - i] = rest[rest.Length - after + i];
        return true;
    }

    private static bool TryIterate(VmThread thread, Value sequence, out Value iterator)
    {
        iterator = Iteration.TryGetIter(thread, sequence);
        if (iterator.IsUnbound)
            thread.TypeError($"cannot unpack non-iterable {sequence.Type.QualifiedNativeName} object");
        return !iterator.IsSentinel;
    }

    private static Value UpdateDict(VmThread thread, PyDict target, Value mapping)
    {
        var keys = mapping.Ref is PyDict ? Value.None : Attributes.TryGet(thread, mapping, Keys);
        if (keys.IsError)
            return keys;
        return keys.IsUnbound
            ? thread.TypeError($"'{mapping.Type.QualifiedNativeName}' object is not a mapping")
            : target.UpdateFrom(thread, mapping) ? Value.None : Value.Error;
    }

    private static Value BuildString(ReadOnlySpan<Value> parts)
    {
        if (parts.Length == 2)
            return Value.Str(string.Concat(((PyStr)parts[0].Ref!).Text, ((PyStr)parts[1].Ref!).Text));
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(((PyStr)part.Ref!).Text);
        return Value.Str(text.ToString());
    }
}
