// Exceptions as objects. Raising one costs no CLR throw: it is put on the thread and travels by results (see VmThread.Raise).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Common base class for all exceptions</summary>
[PyType("BaseException", Subclassable = true, HasDict = true)]
public sealed partial class PyException : PyObject
{
    private static readonly PyStr NotesName = PyStr.Constant("__notes__");

    internal PyException(Shape shape) : base(shape) => Args = PyTuple.Empty;

    /// <summary><c>args</c>.</summary>
    internal PyTuple Args { get; set; }

    /// <summary><c>__traceback__</c>.</summary>
    internal PyTraceback? Traceback { get; set; }

    /// <summary><c>__context__</c>.</summary>
    internal PyException? Context { get; set; }

    /// <summary><c>__cause__</c>.</summary>
    internal PyException? Cause { get; set; }

    /// <summary><c>__suppress_context__</c>.</summary>
    internal bool SuppressContext { get; set; }

    /// <summary>What a class adds to <c>args</c> (value, code, name, errno, …), by the indices of its <see cref="ExceptionFields"/>.</summary>
    internal Value[]? Fields { get; set; }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(Args);
        foreach (var part in new PyObject?[] { Traceback, Context, Cause })
        {
            if (part is not null)
                visit(part);
        }
        foreach (var field in Fields ?? [])
            visit(field);
    }

    /// <summary>A new exception of a builtin class.</summary>
    internal static PyException Make(PyType type, params Value[] args)
    {
        var exception = new PyException(type.RootShape) { Args = PyTuple.Of(args) };
        ExceptionConstruction.FromArguments(exception, args);
        return exception;
    }

    /// <summary>One of the class's own fields; None when it was never set.</summary>
    internal Value Field(int index) => Fields is { } fields && index < fields.Length ? fields[index] : Value.None;

    /// <summary>Sets one of the class's own fields.</summary>
    internal void SetField(int index, Value value)
    {
        if (Fields is null)
        {
            var fields = new Value[Math.Max(index + 1, ExceptionFields.Count(Type))];
            Array.Fill(fields, Value.None);
            Fields = fields;
        }
        Fields[index] = value;
    }

    /// <summary>A class given by <c>raise</c>, <c>throw</c> or <c>except</c>: derives from BaseException?</summary>
    internal static bool IsExceptionClass(Value value) => value.Ref is PyType type && type.IsSubtypeOf(TypeObject);

    [PyNew]
    private static Value New(VmThread thread, PyType type, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs) =>
        ExceptionConstruction.New(thread, type, args, kwargs);

    [PyMethod("__init__")]
    private Value Init(VmThread thread, ReadOnlySpan<Value> args, [Keywords] PyDict? kwargs) =>
        ExceptionConstruction.Init(thread, this, args, kwargs);

    [PyMethod("__str__")]
    private Value Str(VmThread thread)
    {
        var special = ExceptionTexts.Of(thread, this);
        if (!special.IsUnbound)
            return special;
        var text = Args.Items.Length switch
        {
            0 => PyStr.Empty,
            1 => Texts.Str(thread, Args.Items[0]),
            _ => Texts.Repr(thread, Args),
        };
        return text is null ? Value.Error : text;
    }

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread)
    {
        if (Args.Items.Length == 1)
        {
            var only = Texts.Repr(thread, Args.Items[0]);
            return only is null ? Value.Error : Value.Str($"{Type.Name}({only.Text})");
        }
        var all = Texts.Repr(thread, Args);
        return all is null ? Value.Error : Value.Str(Type.Name + all.Text);
    }

    [PyMethod("with_traceback")]
    private Value WithTraceback(VmThread thread, Value tb) => SetTraceback(thread, tb) is { IsError: true } error ? error : this;

    [PyMethod("add_note")]
    private Value AddNote(VmThread thread, Value note)
    {
        if (note.Ref is not PyStr)
            return thread.TypeError($"note must be a str, not '{note.Type.Name}'");
        var notes = Attributes.TryGet(thread, this, NotesName);
        if (notes.IsError)
            return notes;
        if (notes.IsUnbound)
        {
            notes = new PyList();
            if (Attributes.Set(thread, this, NotesName, notes) is { IsError: true } error)
                return error;
        }
        if (notes.Ref is not PyList list)
            return thread.TypeError("Cannot add note: __notes__ is not a list");
        list.Append(note);
        return Value.None;
    }

    [PyMethod("__reduce__")]
    private Value Reduce()
    {
        var kind = ExceptionFields.KindOf(Type);
        var args = kind == ExceptionKind.OsError ? OsErrorArguments() : Args;
        var state = Type.HasDict && Shape.Names().Length > 0 | Shape.IsDictionary ? InstanceAttributes.Materialize(this) : null;
        if (kind == ExceptionKind.ImportError)
        {
            state = state?.Copy();
            foreach (var (name, index) in ((string, int)[])[("name", ExceptionFields.Name), ("path", ExceptionFields.Path)])
            {
                if (!Field(index).IsNone)
                    (state ??= new PyDict()).SetStr(PyStr.Constant(name), Field(index));
            }
        }
        return state is null ? PyTuple.Of(Type, args) : PyTuple.Of(Type, args, state);
    }

    // The names of files are no part of args, but the copy is to have them.
    private PyTuple OsErrorArguments()
    {
        var items = Args.Items;
        if (items.Length != 2 || (Field(2).IsNone && Field(3).IsNone))
            return Args;
        return Field(3).IsNone ? PyTuple.Of(items[0], items[1], Field(2)) : PyTuple.Of(items[0], items[1], Field(2), Value.None, Field(3));
    }

    [PyMethod("__setstate__")]
    private Value SetState(VmThread thread, Value state)
    {
        if (state.IsNone)
            return Value.None;
        if (state.Ref is not PyDict dict)
            return thread.TypeError("state is not a dictionary");
        for (var i = 0; i < dict.EntryCount; i++)
        {
            var entry = dict.EntryAt(i);
            if (entry.Key.Ref is PyStr name && Attributes.Set(thread, this, name, entry.Item).IsError)
                return Value.Error;
        }
        return Value.None;
    }

    [PyGetter("args")]
    private Value GetArgs() => Args;

    [PySetter("args")]
    private Value SetArgs(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.TypeError("args may not be deleted");
        var items = Iteration.ToArray(thread, value);
        if (items is null)
            return Value.Error;
        Args = PyTuple.Of(items);
        return Value.None;
    }

    [PyGetter("__traceback__")]
    private Value GetTraceback() => Traceback is { } traceback ? traceback : Value.None;

    [PySetter("__traceback__")]
    private Value SetTraceback(VmThread thread, Value value)
    {
        if (!TryReadLink<PyTraceback>(thread, value, "__traceback__", "__traceback__ must be a traceback or None", out var traceback))
            return Value.Error;
        Traceback = traceback;
        return Value.None;
    }

    [PyGetter("__context__")]
    private Value GetContext() => Context is { } context ? context : Value.None;

    [PySetter("__context__")]
    private Value SetContext(VmThread thread, Value value)
    {
        if (!TryReadLink<PyException>(thread, value, "__context__", "exception context must be None or derive from BaseException", out var context))
            return Value.Error;
        Context = context;
        return Value.None;
    }

    [PyGetter("__cause__")]
    private Value GetCause() => Cause is { } cause ? cause : Value.None;

    [PySetter("__cause__")]
    private Value SetCause(VmThread thread, Value value)
    {
        if (!TryReadLink<PyException>(thread, value, "__cause__", "exception cause must be None or derive from BaseException", out var cause))
            return Value.Error;
        Cause = cause;
        SuppressContext = true;
        return Value.None;
    }

    // What leads on from an exception: an object of its kind, or None.
    private static bool TryReadLink<T>(VmThread thread, Value value, string attribute, string complaint, out T? link) where T : PyObject
    {
        link = value.Ref as T;
        if (link is not null || value.IsNone)
            return true;
        thread.TypeError(value.IsUnbound ? $"{attribute} may not be deleted" : complaint);
        return false;
    }

    [PyGetter("__suppress_context__", Member = true)]
    private bool GetSuppressContext() => SuppressContext;

    [PySetter("__suppress_context__")]
    private Value SetSuppressContext(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.TypeError("can't delete numeric/char attribute");
        if (value.Ref is not PyBool)
            return thread.TypeError("attribute value type must be bool");
        SuppressContext = value.IsTrue;
        return Value.None;
    }
}
