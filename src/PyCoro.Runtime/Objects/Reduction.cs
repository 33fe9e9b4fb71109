// object.__reduce_ex__ and its helpers (library reference: pickle, Pickling Class Instances), for copy and pickle.

using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

internal static class Reduction
{
    private static readonly PyStr GetNewArgs = PyStr.Constant("__getnewargs__");
    private static readonly PyStr GetNewArgsEx = PyStr.Constant("__getnewargs_ex__");
    private static readonly PyStr GetStateName = PyStr.Constant("__getstate__");
    private static readonly PyStr ItemsName = PyStr.Constant("items");
    private static readonly PyStr NewObj = PyStr.Constant("__newobj__");
    private static readonly PyStr NewObjEx = PyStr.Constant("__newobj_ex__");
    private static readonly PyStr ReduceExHelper = PyStr.Constant("_reduce_ex");
    private static readonly PyStr SlotNames = PyStr.Constant("__slotnames__");
    private static readonly PyStr SlotNamesHelper = PyStr.Constant("_slotnames");
    private static readonly PyStr ReduceName = PyStr.Constant("__reduce__");

    /// <summary><c>object.__reduce_ex__</c>: an overridden <c>__reduce__</c> goes first.</summary>
    internal static Value ReduceEx(VmThread thread, Value self, int protocol)
    {
        var reduce = self.Type.Lookup(ReduceName);
        if (reduce.Ref is not PyMethodDescriptor { Owner: var owner } || !ReferenceEquals(owner, PyObject.TypeObject))
            return thread.CallSpecial(reduce, self);
        return Reduce(thread, self, protocol);
    }

    /// <summary><c>object.__reduce__</c>.</summary>
    internal static Value Reduce(VmThread thread, Value self, int protocol)
    {
        var copyreg = Importing.Import(thread, "copyreg");
        if (copyreg.IsError)
            return copyreg;
        return protocol < 2
            ? thread.CallMethod(copyreg, ReduceExHelper, self, Value.Int(protocol))
            : ReduceByNew(thread, self, copyreg);
    }

    /// <summary>What <c>self.__getstate__()</c> gives.</summary>
    internal static Value StateOf(VmThread thread, Value self) => thread.CallMethod(self, GetStateName);

    /// <summary><c>object.__getstate__</c>.</summary>
    internal static Value GetState(VmThread thread, Value self)
    {
        if (self.Ref is not { } obj)
            return Value.None;
        Value state = Value.None;
        if (obj.Type.HasDict && (obj.Shape.IsDictionary || obj.Shape.Names().Length > 0))
        {
            var dict = InstanceAttributes.Materialize(obj);
            state = dict.Count > 0 ? dict.Copy() : Value.None;
        }
        if (obj.Type.SlotCount == 0 && obj.Type.Dict.GetStr(SlotNames).IsUnbound)
            return state;
        var slots = new PyDict();
        return !TryReadSlots(thread, self, slots) ? Value.Error : slots.Count == 0 ? state : PyTuple.Of(state, slots);
    }

    // By the names that copyreg keeps in the class, which a program may have put there itself.
    private static bool TryReadSlots(VmThread thread, Value self, PyDict slots)
    {
        var names = self.Type.Dict.GetStr(SlotNames);
        if (names.IsUnbound)
        {
            var copyreg = Importing.Import(thread, "copyreg");
            names = copyreg.IsError ? copyreg : thread.CallMethod(copyreg, SlotNamesHelper, self.Type);
        }
        if (names.IsError || names.IsNone)
            return names.IsNone;
        if (names.Ref is not PyList list)
        {
            thread.TypeError($"{self.Type.Name}.__slotnames__ should be a list or None, not {names.Type.Name}");
            return false;
        }
        // A copy: reading an attribute may change the list.
        foreach (var item in list.Span.ToArray())
        {
            if (item.Ref is not PyStr name)
                continue;
            var value = Attributes.TryGet(thread, self, name);
            if (value.IsError || !value.IsUnbound && !slots.Set(thread, item, value))
                return false;
        }
        return true;
    }

    private static Value ReduceByNew(VmThread thread, Value self, Value copyreg)
    {
        var type = self.Type;
        if (!TryGetNewArguments(thread, self, out var args, out var kwargs))
            return Value.Error;
        var maker = Attributes.Get(thread, copyreg, kwargs is null ? NewObj : NewObjEx);
        if (maker.IsError)
            return maker;
        var makerArgs = kwargs is null
            ? PyTuple.Of([type, .. args])
            : PyTuple.Of(type, PyTuple.Of(args), kwargs);
        var state = StateOf(thread, self);
        if (state.IsError)
            return state;
        var items = Value.None;
        if (self.Ref is PyList)
            items = Iteration.GetIter(thread, self);
        var pairs = Value.None;
        if (self.Ref is PyDict)
        {
            pairs = thread.CallMethod(self, ItemsName);
            if (!pairs.IsError)
                pairs = Iteration.GetIter(thread, pairs);
        }
        return items.IsError || pairs.IsError ? Value.Error : PyTuple.Of(maker, makerArgs, state, items, pairs);
    }

    private static bool TryGetNewArguments(VmThread thread, Value self, out Value[] args, out PyDict? kwargs)
    {
        args = [];
        kwargs = null;
        var method = self.Type.Lookup(GetNewArgsEx);
        if (!method.IsUnbound)
        {
            var result = thread.CallSpecial(method, self);
            if (result.IsError)
                return false;
            if (result.Ref is not PyTuple { Items: [{ Ref: PyTuple positional }, { Ref: PyDict named }] })
            {
                thread.TypeError($"__getnewargs_ex__ should return a tuple, not '{result.Type.Name}'");
                return false;
            }
            args = positional.Items;
            kwargs = named.Count > 0 ? named : null;
            return true;
        }
        method = self.Type.Lookup(GetNewArgs);
        if (!method.IsUnbound)
        {
            var result = thread.CallSpecial(method, self);
            if (result.IsError)
                return false;
            if (result.Ref is not PyTuple tuple)
            {
                thread.TypeError($"__getnewargs__ should return a tuple, not '{result.Type.Name}'");
                return false;
            }
            args = tuple.Items;
            return true;
        }
        // What a builtin type keeps beside attributes, object.__new__ knows nothing of.
        var type = self.Type;
        if (!ReferenceEquals(type.SolidBase, PyObject.TypeObject) && self.Ref is not (PyList or PyDict or PyException)
            && type.Lookup(GetStateName).Ref is PyMethodDescriptor { Owner: var owner } && ReferenceEquals(owner, PyObject.TypeObject))
        {
            thread.TypeError(self.Ref is PyCode or PyMemoryView
                ? $"cannot pickle {type.Name} objects"
                : $"cannot pickle '{type.QualifiedNativeName}' object");
            return false;
        }
        return true;
    }
}
