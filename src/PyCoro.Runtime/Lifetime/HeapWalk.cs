// .NET's collector lists no objects, but everything an interpreter knows hangs off it: who must have all instances of a class,
// or all that refers to an object, walks there field by field. That takes reflection and time, so it is for rare questions:
// a class that is given a __del__ when it has instances already, and the ones that gc answers.

using System.Reflection;
using System.Runtime.CompilerServices;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Lifetime;

/// <summary>Walks from object to object. The walker holds the GIL.</summary>
internal sealed class HeapWalk
{
    private const BindingFlags OwnFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly Dictionary<Type, FieldInfo[]> _fields = [];

    /// <summary>All Python objects that the interpreter can reach.</summary>
    internal List<PyObject> Reachable(Interpreter interpreter)
    {
        var objects = new List<PyObject>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { interpreter };
        var waiting = new Queue<object>();
        waiting.Enqueue(interpreter);
        while (waiting.TryDequeue(out var next))
        {
            // Idle frames wait for the next call, and no program sees them.
            if (next is PyObject found and not (Sentinel or Frame { Code: null }))
                objects.Add(found);
            Visit(next, Enter);
        }
        return objects;

        void Enter(object neighbour)
        {
            if (seen.Add(neighbour))
                waiting.Enqueue(neighbour);
        }
    }

    /// <summary>What an object refers to, directly or through what is no Python object.</summary>
    internal List<Value> ReferentsOf(PyObject obj)
    {
        // Numbers are no objects here; in these places they can be told from room that is free.
        switch (obj)
        {
            case PyList list:
                return [.. list.Span];
            case PyTuple tuple:
                return [.. tuple.Items];
        }
        var objects = new List<Value>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { obj };
        var waiting = new Queue<object>();
        if (obj.Type.IsHeapType)
            objects.Add(obj.Type);
        if (obj is Frame frame)
            VisitFrame(frame, Enter);
        else
            Visit(obj, Enter);
        while (waiting.TryDequeue(out var next))
            Visit(next, Enter);
        return objects;

        void Enter(object neighbour)
        {
            if (neighbour is Interpreter or VmThread or Shape or Sentinel || !seen.Add(neighbour))
                return;
            if (neighbour is PyObject found)
                objects.Add(found);
            else
                waiting.Enqueue(neighbour);
        }
    }

    // Most frames lie on the thread's stack, of which only a part is theirs.
    private static void VisitFrame(Frame frame, Action<object> enter)
    {
        if (frame.Stack is { } stack)
        {
            foreach (var value in stack.AsSpan(frame.Base, Math.Min(frame.Code.SlotCount, stack.Length - frame.Base)))
            {
                if (value.Ref is { } local)
                    enter(local);
            }
        }
        enter(frame.Code);
        enter(frame.Globals);
        enter(frame.Builtins);
        if (frame.Back is { } back)
            enter(back);
    }

    private void Visit(object holder, Action<object> enter)
    {
        switch (holder)
        {
            case Value[] values:
                foreach (var value in values)
                {
                    if (value.Ref is { } item)
                        enter(item);
                }
                return;
            case Delegate function:
                VisitItem(function.Target, enter);
                return;
            // Remembered only to be faster.
            case InlineCache[]:
                return;
            case Array array:
                var element = array.GetType().GetElementType()!;
                if (element.IsValueType ? FieldsOf(element).Length == 0 : !IsWalked(element))
                    return;
                foreach (var item in array)
                    VisitItem(item, enter);
                return;
        }
        foreach (var field in FieldsOf(holder.GetType()))
            VisitItem(field.GetValue(holder), enter);
    }

    private void VisitItem(object? item, Action<object> enter)
    {
        if (item is null)
            return;
        if (item is ValueType)
            Visit(item, enter);
        else if (IsWalked(item.GetType()))
            enter(item);
    }

    private FieldInfo[] FieldsOf(Type type)
    {
        if (_fields.TryGetValue(type, out var known))
            return known;
        var fields = new List<FieldInfo>();
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
            fields.AddRange(level.GetFields(OwnFields).Where(field => MayRefer(field.FieldType)));
        return _fields[type] = [.. fields];
    }

    private bool MayRefer(Type type) =>
        !type.IsPrimitive && !type.IsEnum && !type.IsPointer && !type.IsFunctionPointer && !type.IsByRefLike
        && (type.IsValueType ? FieldsOf(type).Length > 0 : IsWalked(type));

    // A field may be declared as something general; what lies in it decides.
    private static bool IsWalked(Type type) =>
        type.IsArray || type.IsInterface || type == typeof(object) || typeof(Delegate).IsAssignableFrom(type)
        || type.Namespace is { } name && (name.StartsWith("PyCoro", StringComparison.Ordinal) || name.StartsWith("System.Collections", StringComparison.Ordinal));
}
