// A scheduled callback, and one with a deadline. The ready queue holds other things too (ReadyQueue.cs): a handle is made only
// for what a script can cancel.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Contextvars;

namespace PyCoro.Stdlib.Asyncio;

/// <summary>A callback that was scheduled (library reference: asyncio, Callback Handles).</summary>
[PyType("Handle", Module = "asyncio.events", Subclassable = true, HasDict = true)]
internal partial class PyHandle : PyObject
{
    private Value _callback = Value.None;
    private Value[] _args = [];
    private ContextCopy _context;

    // In debug mode: where it was made, and what a cancelled one was.
    private DebugNotes? _notes;

    internal PyHandle(Shape shape) : base(shape) { }

    internal PyHandle(Value callback, Value[] args, PyObject loop, ContextCopy context) : this(TypeObject.RootShape) =>
        Fill(callback, args, loop, context);

    internal PyObject? Loop { get; private set; }

    internal bool IsCancelled { get; private set; }

    [PyMethod("__init__", Signature = "callback, args, loop, context=None")]
    private Value Init(VmThread thread, Value callback, Value args, Value loop, Value context)
    {
        var items = Runtime.Operations.Iteration.ToArray(thread, args);
        if (items is null)
            return Value.Error;
        Fill(callback, items, loop.Ref, context.Ref is PyContext given ? new ContextCopy(given) : ContextCopy.OfCurrent(thread));
        return TryTrace(thread) ? Value.None : Value.Error;
    }

    [PyMethod("cancel")]
    private Value CancelFromPython(VmThread thread) => Cancel(thread);

    [PyMethod("cancelled")]
    private bool Cancelled() => IsCancelled;

    [PyMethod("_run")]
    private Value RunFromPython(VmThread thread) => Run(thread);

    [PyMethod("__repr__")]
    private Value Repr(VmThread thread) => _notes?.Shown is { } shown ? shown : thread.Call(AsyncioState.Of(thread).HandleRepr, this);

    [PyGetter("_callback")]
    private Value CallbackField() => Callback;

    [PyGetter("_args")]
    private Value ArgsField() => IsCancelled ? Value.None : PyTuple.Of(Args);

    [PyGetter("_cancelled")]
    private bool CancelledField() => IsCancelled;

    [PyGetter("_context")]
    private Value ContextField() => _context.IsEmpty ? Value.None : _context.Get();

    [PyGetter("_loop")]
    private Value LoopField() => Loop is null ? Value.None : Loop;

    [PyGetter("_source_traceback")]
    private Value GetSourceTraceback() => SourceTraceback is null ? Value.None : SourceTraceback;

    /// <summary>Where it was made, in debug mode.</summary>
    internal PyObject? SourceTraceback => _notes?.SourceTraceback;

    private protected virtual Value[] Args => _args;

    private protected virtual Value Callback => _callback;

    /// <summary>In debug mode: remembers where it was made. False when that raised.</summary>
    internal bool TryTrace(VmThread thread)
    {
        var traced = PyEventLoop.TryTrace(thread, Loop, out var traceback);
        if (traceback is not null)
            _notes = new DebugNotes { SourceTraceback = traceback };
        return traced;
    }

    internal virtual Value Cancel(VmThread thread)
    {
        if (IsCancelled)
            return Value.None;
        IsCancelled = true;
        if (_notes is not null)
        {
            var shown = thread.Call(AsyncioState.Of(thread).HandleRepr, this);
            if (shown.IsError)
                return shown;
            _notes.Shown = shown.Ref as PyStr;
        }
        _callback = Value.None;
        _args = [];
        return Value.None;
    }

    /// <summary>Calls the callback in its context; what it raises goes to the loop's exception handler.</summary>
    internal virtual Value Run(VmThread thread)
    {
        if (_context.IsEmpty || Loop is not { } loop)
            return thread.RuntimeError("Handle object is not initialized.");
        var (callback, args) = (_callback, _args);
        var result = Value.Error;
        if (_context.Enter(thread) is { } context)
        {
            result = thread.Call(callback, args, null);
            _context.Leave(thread, context);
        }
        return result.IsError ? PyEventLoop.ReportCallback(thread, loop, callback, args, this) : Value.None;
    }

    private protected void Fill(Value callback, Value[] args, PyObject? loop, ContextCopy context)
    {
        _callback = callback;
        _args = args;
        Loop = loop;
        _context = context;
    }
}

/// <summary>What a handle remembers in debug mode.</summary>
internal sealed class DebugNotes
{
    /// <summary>Where it was made.</summary>
    internal PyObject? SourceTraceback;

    /// <summary>The <c>repr</c> it had when it was cancelled.</summary>
    internal PyStr? Shown;
}

/// <summary>A callback with a deadline (library reference: asyncio, Callback Handles).</summary>
[PyType("TimerHandle", Module = "asyncio.events", Base = typeof(PyHandle), Subclassable = true, HasDict = true)]
internal partial class PyTimerHandle : PyHandle
{
    internal PyTimerHandle(Shape shape) : base(shape) { }

    internal PyTimerHandle(double when, Value shownWhen, Value callback, Value[] args, PyEventLoop loop, ContextCopy context)
        : base(TypeObject.RootShape)
    {
        SetWhen(when, shownWhen);
        Fill(callback, args, loop, context);
    }

    // The deadline as it was given, when that was no float.
    private PyTuple? _givenWhen;

    internal double When { get; private set; }

    /// <summary>It is in the loop's heap.</summary>
    internal bool IsScheduled { get; set; }

    [PyMethod("__init__", Signature = "when, callback, args, loop, context=None")]
    private Value Init(VmThread thread, Value when, Value callback, Value args, Value loop, Value context)
    {
        if (!Runtime.Operations.Conversions.TryDouble(thread, when, out var number))
            return Value.Error;
        var items = Runtime.Operations.Iteration.ToArray(thread, args);
        if (items is null)
            return Value.Error;
        SetWhen(number, when);
        Fill(callback, items, loop.Ref, context.Ref is PyContext given ? new ContextCopy(given) : ContextCopy.OfCurrent(thread));
        return TryTrace(thread) ? Value.None : Value.Error;
    }

    /// <summary>Return a scheduled callback time.</summary>
    [PyMethod("when")]
    private Value GetWhen() => _givenWhen is { } given ? given.Items[0] : Value.Float(When);

    [PyGetter("_when")]
    private Value WhenField() => GetWhen();

    [PyGetter("_scheduled")]
    private bool ScheduledField() => IsScheduled;

    [PySetter("_scheduled")]
    private Value SetScheduled(VmThread thread, Value value)
    {
        if (!Runtime.Operations.Truth.TryTest(thread, value.IsUnbound ? Value.False : value, out var isScheduled))
            return Value.Error;
        IsScheduled = isScheduled;
        return Value.None;
    }

    [PyMethod("__hash__")]
    private Value Hash(VmThread thread) => Runtime.Operations.Hashing.TryHash(thread, GetWhen(), out var hash) ? Value.Int(hash) : Value.Error;

    [PyMethod("__eq__")]
    private Value Equals(VmThread thread, Value other) => other.Ref is PyTimerHandle timer ? IsLike(thread, timer) : Value.NotImplemented;

    [PyMethod("__lt__")]
    private Value Less(Value other) => other.Ref is PyTimerHandle timer ? Value.Bool(When < timer.When) : Value.NotImplemented;

    [PyMethod("__le__")]
    private Value LessOrEqual(VmThread thread, Value other) =>
        other.Ref is not PyTimerHandle timer ? Value.NotImplemented : When < timer.When ? Value.True : IsLike(thread, timer);

    [PyMethod("__gt__")]
    private Value Greater(Value other) => other.Ref is PyTimerHandle timer ? Value.Bool(When > timer.When) : Value.NotImplemented;

    [PyMethod("__ge__")]
    private Value GreaterOrEqual(VmThread thread, Value other) =>
        other.Ref is not PyTimerHandle timer ? Value.NotImplemented : When > timer.When ? Value.True : IsLike(thread, timer);

    internal override Value Cancel(VmThread thread)
    {
        if (!IsCancelled)
        {
            if (Loop is PyEventLoop loop)
            {
                if (IsScheduled)
                    loop.TimerCancelled();
            }
            else if (thread.CallMethod(Loop!, PyStr.Constant("_timer_handle_cancelled"), this).IsError)
            {
                return Value.Error;
            }
        }
        return base.Cancel(thread);
    }

    private void SetWhen(double when, Value given)
    {
        When = when;
        _givenWhen = given.IsFloat ? null : PyTuple.Of(given);
    }

    /// <summary>The same call at the same time.</summary>
    private Value IsLike(VmThread thread, PyTimerHandle other)
    {
        if (When != other.When || IsCancelled != other.IsCancelled)
            return Value.False;
        if (!Runtime.Operations.Comparison.TryEquals(thread, Callback, other.Callback, out var equal))
            return Value.Error;
        if (!equal)
            return Value.False;
        return Runtime.Operations.Comparison.TryEquals(thread, PyTuple.Of(Args), PyTuple.Of(other.Args), out equal) ? Value.Bool(equal) : Value.Error;
    }
}
