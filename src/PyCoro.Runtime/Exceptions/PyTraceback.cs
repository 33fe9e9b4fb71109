using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>One entry of a traceback, outermost first (data model, Traceback objects).</summary>
[PyType("traceback")]
public sealed partial class PyTraceback : PyObject
{
    // Tracebacks made by programs may name any place; ours count in instructions.
    private int _oddLasti;

    internal PyTraceback(PyTraceback? next, Frame frame, int lasti, int line) : base(TypeObject.RootShape)
    {
        Next = next;
        Frame = frame;
        Lasti = lasti;
        Line = line;
    }

    /// <summary><c>tb_next</c>, one level further in.</summary>
    internal PyTraceback? Next { get; private set; }

    /// <summary><c>tb_frame</c>.</summary>
    internal Frame Frame { get; }

    internal override void VisitReferents(Action<Value> visit)
    {
        base.VisitReferents(visit);
        visit(Frame);
        if (Next is { } next)
            visit(next);
    }

    /// <summary>Index of the instruction that failed.</summary>
    internal int Lasti { get; }

    /// <summary><c>tb_lineno</c>; 0 stands for "by <see cref="Lasti"/>".</summary>
    internal int Line { get; private set; }

    [PyNew(Signature = "tb_next, tb_frame, tb_lasti, tb_lineno")]
    private static Value New(VmThread thread, PyType type, Value next, Value frame, int lasti, int line)
    {
        if (!next.IsNone && next.Ref is not PyTraceback)
            return thread.TypeError($"expected traceback object or None, got '{next.Type.Name}'");
        return frame.Ref is Frame f
            ? new PyTraceback(next.Ref as PyTraceback, f, f.Code.Source.Bytes.InstructionAt(lasti >> 1), line) { _oddLasti = lasti & 1 }
            : thread.TypeError($"TracebackType() argument 'tb_frame' must be frame, not {(frame.IsNone ? "None" : frame.Type.Name)}");
    }

    /// <summary>The attributes of its own.</summary>
    [PyMethod("__dir__")]
    private static Value Dir(VmThread thread, Value self) =>
        new PyList([Value.Str("tb_frame"), Value.Str("tb_next"), Value.Str("tb_lasti"), Value.Str("tb_lineno")]);

    [PyGetter("tb_next")]
    private Value GetNext() => Next is { } next ? next : Value.None;

    [PySetter("tb_next")]
    private Value SetNext(VmThread thread, Value value)
    {
        if (value.IsUnbound)
            return thread.TypeError("can't delete tb_next attribute");
        if (!value.IsNone && value.Ref is not PyTraceback)
            return thread.TypeError($"expected traceback object or None, got '{value.Type.Name}'");
        for (var link = value.Ref as PyTraceback; link is not null; link = link.Next)
        {
            if (ReferenceEquals(link, this))
                return thread.ValueError("traceback loop detected");
        }
        Next = value.Ref as PyTraceback;
        return Value.None;
    }

    [PyGetter("tb_frame", Member = true)]
    private Value GetFrame() => Frame;

    [PyGetter("tb_lasti", Member = true)]
    private long GetLasti() => Frame.Code.Source.Bytes.OffsetOf(Lasti) * 2 + _oddLasti;

    [PyGetter("tb_lineno")]
    internal long LineNumber() => Line != 0 ? Line : Line = Frame.Code.LineOf(Lasti);
}
