// Exception groups and except* (PEP 654).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Exceptions;

internal static class ExceptionGroups
{
    private const int Message = 0;
    private const int Members = 1;
    private static readonly PyStr DeriveName = PyStr.Constant("derive");
    private static readonly PyStr NotesName = PyStr.Constant("__notes__");
    private static readonly PyStr SplitName = PyStr.Constant("split");

    /// <summary>The methods of BaseExceptionGroup.</summary>
    internal static unsafe void Populate(NativeTypeBuilder builder)
    {
        builder.Method(new NativeMethod { Name = "derive", Kind = NativeMethodKind.Method, Entry = &DeriveEntry });
        builder.Method(new NativeMethod { Name = "split", Kind = NativeMethodKind.Method, Entry = &SplitEntry });
        builder.Method(new NativeMethod { Name = "subgroup", Kind = NativeMethodKind.Method, Entry = &SubgroupEntry });
        builder.ClassMethod(new NativeMethod { Name = "__class_getitem__", Kind = NativeMethodKind.ClassMethod, Entry = &ClassGetItemEntry });
    }

    internal static bool IsGroup(Value value) => value.Ref is PyException exception && exception.Type.IsSubtypeOf(ExceptionTypes.BaseExceptionGroup);

    /// <summary>The constructor: <c>(message, exceptions)</c>. The group, or Error.</summary>
    internal static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args)
    {
        if (args.Length != 2)
            return thread.TypeError($"BaseExceptionGroup.__new__() takes exactly 2 arguments ({args.Length} given)");
        if (args[0].Ref is not PyStr)
            return thread.TypeError($"BaseExceptionGroup.__new__() argument 1 must be str, not {args[0].Type.Name}");
        if (!SequenceOperators.IsSequence(args[1]))
            return thread.TypeError("second argument (exceptions) must be a sequence");
        var items = Iteration.ToArray(thread, args[1]);
        if (items is null)
            return Value.Error;
        if (items.Length == 0)
            return thread.ValueError("second argument (exceptions) must be a non-empty sequence");
        var onlyExceptions = true;
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Ref is not PyException item)
                return thread.ValueError($"Item {i} of second argument (exceptions) is not an exception");
            onlyExceptions &= item.Type.IsSubtypeOf(ExceptionTypes.Exception);
        }
        if (ReferenceEquals(type, ExceptionTypes.BaseExceptionGroup) && onlyExceptions)
            type = ExceptionTypes.ExceptionGroup;
        else if (!onlyExceptions && ReferenceEquals(type, ExceptionTypes.ExceptionGroup))
            return thread.TypeError("Cannot nest BaseExceptions in an ExceptionGroup");
        else if (!onlyExceptions && type.IsSubtypeOf(ExceptionTypes.Exception))
            return thread.TypeError($"Cannot nest BaseExceptions in '{type.Name}'");
        var group = new PyException(type.RootShape) { Args = PyTuple.Of(args.ToArray()) };
        group.SetField(Message, args[0]);
        group.SetField(Members, PyTuple.Of(items));
        return group;
    }

    /// <summary>CHECK_EG_MATCH: the part that matches the clause, or None; <paramref name="rest"/> is what is left.</summary>
    internal static Value Match(VmThread thread, Value exception, Value clause, out Value rest)
    {
        rest = exception;
        if (CheckClause(thread, clause).IsError)
            return Value.Error;
        if (exception.IsNone)
            return Value.None;
        var matches = Execution.Raising.Matches(thread, exception, clause);
        if (matches.IsError)
            return matches;
        if (matches.IsTrue)
        {
            rest = Value.None;
            if (IsGroup(exception))
                return exception;
            var wrapped = New(thread, ExceptionTypes.BaseExceptionGroup, [PyStr.Empty, PyTuple.Of(exception)]);
            if (wrapped.Ref is PyException group)
                group.Traceback = ((PyException)exception.Ref!).Traceback;
            return wrapped;
        }
        if (!IsGroup(exception))
            return Value.None;
        var pair = thread.CallMethod(exception, SplitName, clause);
        if (pair.IsError)
            return pair;
        if (pair.Ref is not PyTuple { Items.Length: >= 2 } tuple)
            return thread.TypeError($"{exception.Type.Name}.split must return a 2-tuple, got {pair.Type.Name}");
        rest = tuple.Items[1];
        return tuple.Items[0];
    }

    /// <summary>PREP_RERAISE_STAR: what is to be raised after the clauses, or None.</summary>
    internal static Value PrepareReraise(VmThread thread, Value original, PyList raised)
    {
        var results = raised.Span.ToArray().Where(static item => !item.IsNone).ToArray();
        if (results.Length == 0)
            return Value.None;
        if (!IsGroup(original))
            return results[0];
        var reraised = results.Where(item => IsSameSource(item, original)).ToArray();
        var fresh = results.Where(item => !IsSameSource(item, original)).ToArray();
        var projected = Value.None;
        if (reraised.Length > 0)
        {
            var keep = new HashSet<PyException>(ReferenceEqualityComparer.Instance);
            foreach (var item in reraised)
                CollectLeaves((PyException)item.Ref!, keep);
            projected = Project(thread, (PyException)original.Ref!, leaf => keep.Contains(leaf));
            if (projected.IsError)
                return projected;
        }
        if (fresh.Length == 0)
            return projected;
        // A single new exception goes on as it is, without a group around it.
        if (fresh.Length == 1 && projected.IsNone)
            return fresh[0];
        var all = projected.IsNone ? fresh : [.. fresh, projected];
        return New(thread, ExceptionTypes.BaseExceptionGroup, [PyStr.Empty, new PyList(all)]);
    }

    private static bool IsSameSource(Value item, Value original) =>
        item.Ref is PyException a && original.Ref is PyException b &&
        IsGroup(item) && ReferenceEquals(a.Traceback, b.Traceback) && ReferenceEquals(a.Context, b.Context) && ReferenceEquals(a.Cause, b.Cause);

    private static void CollectLeaves(PyException exception, HashSet<PyException> leaves)
    {
        // Groups may be nested deeper than C# can recurse.
        var waiting = new Stack<PyException>([exception]);
        while (waiting.TryPop(out var next))
        {
            if (!IsGroup(next))
                leaves.Add(next);
            foreach (var member in IsGroup(next) ? MembersOf(next) : [])
                waiting.Push((PyException)member.Ref!);
        }
    }

    /// <summary>The exceptions in a group.</summary>
    internal static Value[] MembersOf(PyException group) => (group.Field(Members).Ref as PyTuple)?.Items ?? [];

    private static Value CheckClause(VmThread thread, Value clause)
    {
        foreach (var item in clause.Ref is PyTuple tuple ? tuple.Items : [clause])
        {
            if (!PyException.IsExceptionClass(item))
                return thread.TypeError("catching classes that do not inherit from BaseException is not allowed");
            if (((PyType)item.Ref!).IsSubtypeOf(ExceptionTypes.BaseExceptionGroup))
                return thread.TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.");
        }
        return Value.None;
    }

    /// <summary>The sub-group of the leaves that are wanted, with the structure kept; None when there are none.</summary>
    private static Value Project(VmThread thread, PyException group, Func<PyException, bool> wanted)
    {
        if (!thread.EnterNative())
            return Value.Error;
        var parts = new List<Value>();
        foreach (var member in MembersOf(group))
        {
            var exception = (PyException)member.Ref!;
            if (!IsGroup(member))
            {
                if (wanted(exception))
                    parts.Add(member);
                continue;
            }
            var part = Project(thread, exception, wanted);
            if (part.IsError)
                return thread.LeaveNative(part);
            if (!part.IsNone)
                parts.Add(part);
        }
        return thread.LeaveNative(parts.Count == 0 ? Value.None : Derive(thread, group, parts));
    }

    private static Value Derive(VmThread thread, PyException group, List<Value> parts)
    {
        var derived = thread.CallMethod(group, DeriveName, new PyList([.. parts]));
        if (derived.IsError)
            return derived;
        if (!IsGroup(derived))
            return thread.TypeError("derive must return an instance of BaseExceptionGroup");
        var result = (PyException)derived.Ref!;
        result.Traceback = group.Traceback;
        result.Context = group.Context;
        result.Cause = group.Cause;
        result.SuppressContext = group.SuppressContext;
        var notes = Attributes.TryGet(thread, group, NotesName);
        if (notes.IsError)
            return notes;
        if (notes.IsUnbound)
            return derived;
        // What is no sequence is not copied, as it could not be printed either.
        if (!SequenceOperators.IsSequence(notes))
            return derived;
        var copy = Iteration.ToArray(thread, notes);
        return copy is null || Attributes.Set(thread, derived, NotesName, new PyList(copy)).IsError ? Value.Error : derived;
    }

    /// <summary>The two halves of <c>split</c>.</summary>
    private static Value SplitBy(VmThread thread, Value exception, Func<Value, Value> matches, out Value rest)
    {
        rest = Value.None;
        var verdict = matches(exception);
        if (verdict.IsError || !Truth.TryTest(thread, verdict, out var isMatch))
            return Value.Error;
        if (isMatch)
            return exception;
        if (!IsGroup(exception))
        {
            rest = exception;
            return Value.None;
        }
        if (!thread.EnterNative())
            return Value.Error;
        var group = (PyException)exception.Ref!;
        var matched = new List<Value>();
        var others = new List<Value>();
        foreach (var member in MembersOf(group))
        {
            var part = SplitBy(thread, member, matches, out var other);
            if (part.IsError)
                return thread.LeaveNative(part);
            if (!part.IsNone)
                matched.Add(part);
            if (!other.IsNone)
                others.Add(other);
        }
        var first = matched.Count == 0 ? Value.None : Derive(thread, group, matched);
        if (!first.IsError && others.Count > 0)
            rest = Derive(thread, group, others);
        return thread.LeaveNative(rest.IsError ? rest : first);
    }

    private static Value DeriveEntry(VmThread thread, ReadOnlySpan<Value> args, PyTuple? names)
    {
        if (args.Length != 2 || args[0].Ref is not PyException group)
            return thread.TypeError($"BaseExceptionGroup.derive() takes exactly one argument ({args.Length - 1} given)");
        return thread.Call(ExceptionTypes.BaseExceptionGroup, group.Field(Message), args[1]);
    }

    private static Value SplitEntry(VmThread thread, ReadOnlySpan<Value> args, PyTuple? names)
    {
        var first = SplitOrSubgroup(thread, args, "split", out var rest);
        return first.IsError ? first : PyTuple.Of(first, rest);
    }

    private static Value SubgroupEntry(VmThread thread, ReadOnlySpan<Value> args, PyTuple? names) =>
        SplitOrSubgroup(thread, args, "subgroup", out _);

    private static Value ClassGetItemEntry(VmThread thread, ReadOnlySpan<Value> args, PyTuple? names) =>
        PyGenericAlias.Make(thread, args[0], args[1]);

    private static Value SplitOrSubgroup(VmThread thread, ReadOnlySpan<Value> args, string method, out Value rest)
    {
        rest = Value.None;
        if (args.Length != 2)
            return thread.TypeError($"BaseExceptionGroup.{method}() takes exactly one argument ({args.Length - 1} given)");
        var condition = args[1];
        var isClass = PyException.IsExceptionClass(condition) || (condition.Ref is PyTuple tuple && tuple.Items.All(PyException.IsExceptionClass));
        if (!isClass && condition.Ref is not (PyFunction or PyBuiltinFunction or PyBoundMethod))
            return thread.TypeError("expected a function, exception type or tuple of exception types");
        return SplitBy(
            thread, args[0], exception => isClass ? Execution.Raising.Matches(thread, exception, condition) : thread.Call(condition, exception), out rest);
    }
}
