// Names: globals, builtins, class and module namespaces, cells (language reference, Resolution of names).

using System.Runtime.CompilerServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Execution;

internal static class Variables
{
    /// <summary>LOAD_GLOBAL, remembering the globals and the place in them, or in the builtins, where the name was found.</summary>
    internal static Value LoadGlobal(VmThread thread, Frame frame, PyStr name, ref InlineCache cache)
    {
        var dict = frame.Globals;
        if (!IsPlain(dict) || !IsPlain(frame.Builtins))
            return LoadGlobalByItem(thread, frame, name);
        var place = dict.FindStr(name);
        var isBuiltin = place < 0;
        if (isBuiltin)
        {
            dict = frame.Builtins;
            place = dict.FindStr(name);
            if (place < 0)
                return LoadGlobalByEquality(thread, frame, name);
        }
        ref var entry = ref dict.EntryAt(place);
        if (ReferenceEquals(entry.Key.Ref, name))
        {
            // Code is shared by functions with other globals: the place is good for these only.
            cache.Target = frame.Globals;
            cache.Index = isBuiltin ? ~place : place;
            cache.Version = frame.Globals.KeysVersion;
        }
        else if (entry.Key.Ref is PyStr { Type.IsHeapType: false })
        {
            // The same name as another object: let the dict hold the code's one, so that the cache can compare by reference.
            entry.Key = name;
        }
        return entry.Item;
    }

    // A namespace may have keys that are no str and yet equal one.
    private static Value LoadGlobalByEquality(VmThread thread, Frame frame, PyStr name)
    {
        var found = frame.Globals.HasOnlyStrKeys ? Value.Unbound : frame.Globals.Get(thread, name);
        if (found.IsUnbound && !frame.Builtins.HasOnlyStrKeys)
            found = frame.Builtins.Get(thread, name);
        return found.IsUnbound ? NotDefined(thread, name) : found;
    }

    // Subclasses of dict may have a say in what a key means.
    private static Value LoadGlobalByItem(VmThread thread, Frame frame, PyStr name)
    {
        var found = ItemOf(thread, frame.Globals, name);
        if (found.IsUnbound)
            found = LoadBuiltin(thread, frame, name);
        return found.IsUnbound ? NotDefined(thread, name) : found;
    }

    /// <summary>A builtin by its name, unbound when there is none.</summary>
    internal static Value LoadBuiltin(VmThread thread, Frame frame, PyStr name) => ItemOf(thread, frame.Builtins, name);

    private static Value ItemOf(VmThread thread, PyDict dict, PyStr name)
    {
        if (IsPlain(dict))
            return dict.GetStr(name);
        var found = Items.Get(thread, dict is BuiltinsMapping foreign ? foreign.Mapping : dict, name);
        return found.IsError && thread.ClearPending(ExceptionTypes.KeyError) ? Value.Unbound : found;
    }

    private static bool IsPlain(PyDict dict) => ReferenceEquals(dict.Type, PyDict.TypeObject) && dict is not BuiltinsMapping;

    /// <summary>LOAD_NAME: the namespace, globals, builtins.</summary>
    internal static Value LoadName(VmThread thread, Frame frame, PyStr name)
    {
        var found = GetFromNamespace(thread, frame, name);
        if (found.IsUnbound)
            found = frame.Globals.GetStr(name);
        if (found.IsUnbound)
            found = LoadBuiltin(thread, frame, name);
        return found.IsUnbound ? NotDefined(thread, name) : found;
    }

    internal static Value StoreName(VmThread thread, Frame frame, PyStr name, Value value)
    {
        if (frame.Namespace.Ref is PyDict { Type.IsHeapType: false } dict)
        {
            dict.SetStr(name, value);
            return Value.None;
        }
        return Items.Set(thread, frame.Namespace, name, value);
    }

    /// <summary>DELETE_FAST, DELETE_DEREF, DELETE_GLOBAL and DELETE_NAME: what the variable held; Error when it was unbound.</summary>
    internal static Value Delete(VmThread thread, Frame frame, Instruction instruction)
    {
        switch (instruction.Op)
        {
            case Opcode.DELETE_FAST:
                return Unbind(thread, frame, instruction.Arg, ref frame.Slot(instruction.Arg));
            case Opcode.DELETE_DEREF:
                return Unbind(thread, frame, instruction.Arg, ref Unsafe.As<PyCell>(frame.Slot(instruction.Arg).Ref!).Content);
            case Opcode.DELETE_GLOBAL:
                return Delete(thread, frame.Globals, frame.Code.NameArray[instruction.Arg]);
            default:
                return DeleteName(thread, frame, frame.Code.NameArray[instruction.Arg]);
        }
    }

    private static Value Unbind(VmThread thread, Frame frame, int slot, ref Value place)
    {
        var value = place;
        if (value.IsUnbound)
            return UnboundLocal(thread, frame, slot);
        place = Value.Unbound;
        return value;
    }

    private static Value DeleteName(VmThread thread, Frame frame, PyStr name)
    {
        if (frame.Namespace.Ref is PyDict { Type.IsHeapType: false } dict)
            return Delete(thread, dict, name);
        var result = Items.Delete(thread, frame.Namespace, name);
        return result.IsError && thread.ClearPending(ExceptionTypes.KeyError) ? NotDefined(thread, name) : result;
    }

    private static Value Delete(VmThread thread, PyDict dict, PyStr name)
    {
        var value = dict.GetStr(name);
        return dict.RemoveStr(name) ? value : NotDefined(thread, name);
    }

    /// <summary>LOAD_CLASSDEREF: the class namespace, then the cell.</summary>
    internal static Value LoadClassDeref(VmThread thread, Frame frame, int slot)
    {
        var name = thread.Interpreter.Intern(frame.Code.Source.SlotNames[slot]);
        var found = GetFromNamespace(thread, frame, name);
        if (!found.IsUnbound)
            return found;
        var content = ((PyCell)frame.Slot(slot).Ref!).Content;
        return content.IsUnbound ? UnboundLocal(thread, frame, slot) : content;
    }

    /// <summary>UnboundLocalError of a local, NameError of a free variable.</summary>
    internal static Value UnboundLocal(VmThread thread, Frame frame, int slot)
    {
        var source = frame.Code.Source;
        var name = source.SlotNames[slot];
        if (slot >= source.SlotNames.Length - source.FreeVars.Length)
            return thread.RaiseNameError(ExceptionTypes.NameError, $"cannot access free variable '{name}' where it is not associated with a value in enclosing scope", name);
        return thread.Raise(ExceptionTypes.UnboundLocalError, $"cannot access local variable '{name}' where it is not associated with a value");
    }

    private static Value GetFromNamespace(VmThread thread, Frame frame, PyStr name)
    {
        if (frame.Namespace.Ref is PyDict { Type.IsHeapType: false } dict)
            return dict.GetStr(name);
        if (frame.Namespace.IsUnbound)
            return thread.Raise(ExceptionTypes.SystemError, $"no locals when loading '{name.Text}'");
        var found = Items.Get(thread, frame.Namespace, name);
        return found.IsError && thread.ClearPending(ExceptionTypes.KeyError) ? Value.Unbound : found;
    }

    private static Value NotDefined(VmThread thread, PyStr name) =>
        thread.RaiseNameError(ExceptionTypes.NameError, $"name '{name.Text}' is not defined", name.Text);
}
