// Generators, coroutines and async generators: one mechanism with three faces. The state of a body is its frame.
//
// Delegation is flat. When a body delegates (`yield from`, `await`) to another one, the two are linked and the root
// remembers the innermost body: resuming the root goes straight there, and when the innermost returns, its parent goes on
// in the interpreter loop. CPython re-enters every frame of the chain on each switch, which costs O(depth); here it is
// O(1), and the depth is limited by memory, more or less (MaxAncestors). What users can observe is kept as if the frames were nested.

using System.Runtime.CompilerServices;
using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The body of a generator, coroutine or async generator. Stepping it is here, throwing and closing in
/// PyGenerator.Throw.cs, the faces in PySyncGenerator.cs, PyCoroutine.cs and PyAsyncGenerator.cs.</summary>
internal abstract partial class PyGenerator : PyObject
{
    private protected PyGenerator(Frame frame, PyFunction? function, Shape shape) : base(shape)
    {
        Frame = frame;
        Code = frame.Code;
        Innermost = this;
        Name = function?.Name ?? frame.Code.Name;
        QualName = function?.QualName ?? PyStr.Of(frame.Code.Source.QualName);
        frame.Generator = this;
    }

    /// <summary>The body's frame; null when it has finished.</summary>
    internal Frame? Frame;

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        if (Frame is not null)
            visit(Frame);
        visit(Code);
    }

    /// <summary>The body's code, also after it has finished.</summary>
    internal readonly PyCode Code;

    internal GeneratorState State;

    /// <summary>The body that runs when this one is resumed: the end of the chain of delegation. Kept for roots only.</summary>
    internal PyGenerator Innermost;

    /// <summary>The body this one delegates to, while the two are linked.</summary>
    internal PyGenerator? Delegate;

    /// <summary>The body that delegates to this one, while the two are linked.</summary>
    internal PyGenerator? Parent;

    /// <summary>How long the chain above is, as of the last time somebody delegated to this body.</summary>
    internal int Ancestors;

    /// <summary>A chain this long comes from a body that delegates to itself without end: what goes on from here nests, and
    /// ends in RecursionError before memory does. It takes some 350 MB.</summary>
    internal const int MaxAncestors = 1_000_000;

    /// <summary>While executing: the body that was resumed to get here.</summary>
    internal PyGenerator? Root;

    /// <summary>Where the call stood that made the body, to tell whether a loop is its only owner.</summary>
    internal int CreatedAt = -1;

    /// <summary><c>__name__</c>.</summary>
    internal PyStr Name;

    /// <summary><c>__qualname__</c>.</summary>
    internal PyStr QualName;

    /// <summary>A generator: iterable by <c>next</c>.</summary>
    internal bool IsIterator => this is PySyncGenerator;

    /// <summary>A coroutine of <c>async def</c>.</summary>
    internal bool IsCoroutine => this is PyCoroutine;

    /// <summary>An async generator.</summary>
    internal bool IsAsyncGenerator => this is PyAsyncGenerator;

    /// <summary>May be awaited: a coroutine, or a generator marked by types.coroutine.</summary>
    internal bool IsAwaitable => (Code.Flags & (CodeFlags.Coroutine | CodeFlags.IterableCoroutine)) != 0;

    /// <summary>"generator", "coroutine" or "async generator", for messages.</summary>
    internal string Kind => IsCoroutine ? "coroutine" : IsAsyncGenerator ? "async generator" : "generator";

    /// <summary>Executing now, itself or what it delegates to.</summary>
    internal bool IsExecuting =>
        State == GeneratorState.Running || (Delegate is not null && !IsAtRest && FindInnermost().State == GeneratorState.Running);

    /// <summary>A root whose chain still ends where it did when it was suspended: that is known without walking down the chain.</summary>
    private bool IsAtRest =>
        Parent is null && Innermost is { State: GeneratorState.Suspended, Delegate: null, Parent: not null };

    /// <summary>May another body delegate to it flat? Only one can; a second one steps it like any iterator.</summary>
    internal bool CanBeLinked => State <= GeneratorState.Suspended && Parent is null && (Delegate is null || !IsExecuting);

    /// <summary>The generator object of a call; its body has not run yet.</summary>
    internal static PyGenerator Create(VmThread thread, Frame frame, PyFunction? function)
    {
        PyGenerator generator = (frame.Code.Flags & (CodeFlags.Coroutine | CodeFlags.AsyncGenerator)) switch
        {
            CodeFlags.None => new PySyncGenerator(frame, function),
            CodeFlags.Coroutine => new PyCoroutine(frame, function),
            _ => new PyAsyncGenerator(frame, function),
        };
        if (thread.Top is { } creator)
        {
            generator.CreatedAt = creator.InstructionPointer;
            generator._creator = creator.Code;
        }
        if (frame.Code.EndsVisibly || generator is PyCoroutine { IsOwnedByProgram: true })
            thread.Interpreter.Finalization.Bodies.Guard(generator);
        if (thread.CoroutineOriginDepth > 0)
            (generator as PyCoroutine)?.TrackOrigin(thread, thread.CoroutineOriginDepth);
        return generator;
    }

    /// <summary>The call that made it is what <paramref name="next"/> follows: nothing else can have a reference.</summary>
    private protected bool IsMadeJustBefore(Opcode next) =>
        CreatedAt >= 0 && _creator!.Instructions[CreatedAt + 1].Op == next;

    private PyCode? _creator;

    /// <summary>Sees to it that the body is finalised; null where its end makes no difference to anybody.</summary>
    internal Lifetime.BodyGuard? Guard;

    /// <summary>Makes the body current and hands it a value: the frame to go on with. Null, with RecursionError pending, when
    /// the recursion limit is reached. The caller has checked that the body may be resumed.</summary>
    internal Frame? Resume(VmThread thread, Value sent, Frame? back, bool isEntry)
    {
        var frame = Activate(thread, back, isEntry);
        if (frame is not null)
            frame.Stack[frame.StackPointer++] = sent;
        return frame;
    }

    /// <summary><see cref="Resume"/> for the interpreter loop, which goes on in the frame. Null for a body that cannot simply be
    /// resumed there: it is left to the call, errors included.</summary>
    internal Frame? ResumeInLoop(VmThread thread, Value sent, Frame back)
    {
        if (State > GeneratorState.Suspended || Parent is not null || thread.Depth >= thread.DepthLimit)
            return null;
        var inner = this;
        if (Delegate is not null)
        {
            // A body of the chain may be executing, resumed past this one.
            if (!IsAtRest)
                return null;
            inner = Innermost;
        }
        thread.Depth++;
        var frame = Frame!;
        if (!ReferenceEquals(frame.Back, back))
            frame.Back = back;
        frame.IsEntry = false;
        State = GeneratorState.Running;
        if (!ReferenceEquals(inner, this))
        {
            inner.State = GeneratorState.Running;
            frame = inner.Frame!;
        }
        if (!ReferenceEquals(inner.Root, this))
            inner.Root = this;
        thread.Observer?.Resumed(thread, this, inner);
        Execution.Slot.Copy(ref frame.Stack[frame.StackPointer++], sent);
        return frame;
    }

    /// <summary>The root's part of a yield: everything in the chain is suspended. The frame that resumed it.</summary>
    internal Frame? Suspend(VmThread thread, PyGenerator innermost, Value value)
    {
        thread.Observer?.Yielded(thread, this, innermost, value);
        thread.Depth--;
        innermost.State = GeneratorState.Suspended;
        State = GeneratorState.Suspended;
        // Storing a reference costs a write barrier, comparing does not: what the next step will set again is left.
        if (!ReferenceEquals(innermost, this))
            innermost.Root = null;
        if (!ReferenceEquals(Innermost, innermost))
            Innermost = innermost;
        var frame = Frame!;
        var back = frame.Back;
        if (back?.Generator is not null)
            frame.Back = null;
        // The loop makes the frame it goes on with the top anyway.
        if (frame.IsEntry)
            thread.Top = back;
        if (Parent is not null)
            RefreshAncestors();
        return back;
    }

    /// <summary>The body has returned or raised. The frame that goes on: the delegating one's (<paramref name="hasParent"/>) or the
    /// one that resumed the root, which may have been C# (<paramref name="leavesLoop"/>).</summary>
    internal Frame? Finish(VmThread thread, Value result, out bool hasParent, out bool leavesLoop)
    {
        thread.Observer?.Finished(thread, this, result);
        var root = Root!;
        var frame = Frame!;
        MarkFinished(thread);
        hasParent = false;
        leavesLoop = false;
        if (!ReferenceEquals(root, this))
        {
            var parent = Parent!;
            if (thread.ThrownThrough is not null)
                PassThrown(thread, parent, root, result);
            Unlink();
            frame.Back = null;
            thread.ReturnBodyFrame(frame);
            parent.Root = root;
            parent.State = GeneratorState.Running;
            hasParent = true;
            return parent.Frame;
        }
        thread.Depth--;
        var back = frame.Back;
        leavesLoop = frame.IsEntry;
        frame.Back = null;
        thread.ReturnBodyFrame(frame);
        thread.Top = back;
        if (Parent is not null)
            LeaveChain();
        return back;
    }

    /// <summary>This body, executing, delegates to another: the frame that goes on.</summary>
    internal Frame Link(VmThread thread, PyGenerator body)
    {
        thread.Observer?.Delegated(thread, this, body);
        var root = Root!;
        body.Parent = this;
        body.Ancestors = Ancestors + 1;
        Delegate = body;
        if (!ReferenceEquals(root, this))
            State = GeneratorState.Suspended;
        Root = null;
        var inner = body.Delegate is null ? body : body.FindInnermost();
        inner.Root = root;
        inner.State = GeneratorState.Running;
        body.Frame!.Back = Frame;
        return inner.Frame!;
    }

    /// <summary>One step with a value. The iteration's end is <see cref="SendStatus.Returned"/>.</summary>
    internal SendStatus Send(VmThread thread, Value value, out Value result)
    {
        if (State == GeneratorState.Finished)
        {
            result = IsCoroutine ? thread.RuntimeError("cannot reuse already awaited coroutine") : Value.None;
            return result.IsError ? SendStatus.Raised : SendStatus.Returned;
        }
        if (IsExecuting)
        {
            result = thread.ValueError($"{Kind} already executing");
            return SendStatus.Raised;
        }
        if (State == GeneratorState.Created && !value.IsNone)
        {
            result = CannotSendToFresh(thread, this);
            return SendStatus.Raised;
        }
        var frame = Resume(thread, value, thread.Top, isEntry: true);
        if (frame is null)
        {
            result = Value.Error;
            return SendStatus.Raised;
        }
        return Run(thread, frame, out result);
    }

    /// <summary>TypeError of a first <c>send</c> with a value.</summary>
    internal static Value CannotSendToFresh(VmThread thread, PyGenerator body) =>
        thread.TypeError($"can't send non-None value to a just-started {body.Kind}");

    /// <summary>What it delegates to, <c>gi_yieldfrom</c>; unbound when it does not.</summary>
    internal Value YieldFrom() =>
        State != GeneratorState.Suspended || Frame is not { IsDelegating: true } frame ? Value.Unbound : frame.Stack[frame.StackPointer - 1];

    /// <summary>A value was dropped from the stack. Where that was plainly the body's only reference, it ends at once as in
    /// CPython: a loop's generator after <c>break</c> is closed, a coroutine never awaited is reported.</summary>
    internal static void Dropped(VmThread thread, Value value)
    {
        var body = (PyGenerator)value.Ref!;
        if (body.Guard is not { } guard || !ReferenceEquals(thread.Top?.Code, body._creator))
            return;
        if (body.IsMadeJustBefore(body.State == GeneratorState.Created ? Opcode.POP_TOP : body.IsIterator ? Opcode.GET_ITER : Opcode.GET_AITER))
            thread.Interpreter.Finalization.Bodies.FinalizeNow(thread, guard);
    }

    /// <summary>Nothing refers to the unfinished body any more: it is closed, or the hook of async generators is called, or a
    /// coroutine that never began is reported (library reference: sys.set_asyncgen_hooks; data model: coroutine.close).</summary>
    internal void FinalizeUnfinished(VmThread thread)
    {
        // What delegates to it is gone, too, and must be closed from the outside.
        var top = Parent is null ? this : TopAncestor();
        if (top.State == GeneratorState.Finished || top.IsExecuting)
            return;
        switch (top)
        {
            case PyAsyncGenerator { IsClosed: false, Finalizer.IsNone: false } generator:
                if (thread.Call(generator.Finalizer, generator).IsError)
                    thread.Interpreter.ReportUnraisable(thread, generator);
                return;
            case PyCoroutine { State: GeneratorState.Created } coroutine:
                coroutine.MarkFinished(thread);
                thread.Interpreter.WarnNeverAwaited(thread, coroutine);
                return;
        }
        if (top.Close(thread).IsError)
            thread.Interpreter.ReportUnraisable(thread, top);
    }

    /// <summary>Runs from a frame until the root yields, returns or raises.</summary>
    private static SendStatus Run(VmThread thread, Frame frame, out Value result)
    {
        result = thread.Run(frame, frame.InstructionPointer + (frame.IsDelegating ? 0 : 1));
        return result.IsError ? SendStatus.Raised : thread.Yielded ? SendStatus.Yielded : SendStatus.Returned;
    }

    private Frame? Activate(VmThread thread, Frame? back, bool isEntry)
    {
        if (thread.Depth >= thread.DepthLimit)
        {
            Abandon(thread);
            thread.RaiseRecursionError();
            return null;
        }
        thread.Depth++;
        if (Parent is not null)
            Innermost = FindInnermost();
        var inner = Innermost;
        var frame = Frame!;
        if (!ReferenceEquals(frame.Back, back))
            frame.Back = back;
        frame.IsEntry = isEntry;
        if (Guard is not null && State == GeneratorState.Created)
            BeginGuarded(thread);
        State = GeneratorState.Running;
        inner.State = GeneratorState.Running;
        if (!ReferenceEquals(inner.Root, this))
            inner.Root = this;
        thread.Observer?.Resumed(thread, this, inner);
        return inner.Frame;
    }

    /// <summary>A coroutine that has begun needs no report that it never was awaited.</summary>
    private void BeginGuarded(VmThread thread)
    {
        if (IsCoroutine && !Code.EndsVisibly)
            thread.Interpreter.Finalization.Bodies.Release(Guard!);
    }

    private PyGenerator FindInnermost()
    {
        var body = this;
        while (body.Delegate is { } next)
        {
            if (next.State == GeneratorState.Finished)
            {
                body.Delegate = null;
                break;
            }
            body = next;
        }
        return body;
    }

    /// <summary>The recursion limit does not let the body go on: that is its end.</summary>
    private void Abandon(VmThread thread)
    {
        Delegate?.Unlink();
        MarkFinished(thread);
        if (Parent is not null)
            LeaveChain();
    }

    /// <summary>The body is finished, and was stepped past the one that delegates to it.</summary>
    private void LeaveChain()
    {
        var top = TopAncestor();
        Unlink();
        top.Innermost = top.FindInnermost();
    }

    private PyGenerator TopAncestor()
    {
        var top = this;
        while (top.Parent is { } parent)
            top = parent;
        return top;
    }

    /// <summary>Someone stepped this body past the one that delegates to it: the chain's end may have moved.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RefreshAncestors()
    {
        var top = TopAncestor();
        top.Innermost = top.FindInnermost();
    }

    private void Unlink()
    {
        if (Parent is null)
            return;
        if (ReferenceEquals(Parent.Delegate, this))
            Parent.Delegate = null;
        Parent = null;
    }

    private void MarkFinished(VmThread thread)
    {
        State = GeneratorState.Finished;
        var frame = Frame!;
        if (frame.Handled is not null)
        {
            frame.Handled = null;
            thread.Interpreter.HandlingFrames--;
        }
        if (Guard is { } guard)
            thread.Interpreter.Finalization.Bodies.Release(guard);
        Frame = null;
        Root = null;
        Innermost = this;
        Delegate = null;
    }
}

/// <summary>Where a body stands.</summary>
internal enum GeneratorState : byte
{
    Created,
    Suspended,
    Running,
    Finished,
}
