// The stack of frames. Slots of ordinary calls come from large chunks, contiguous within one, so that a call costs no
// allocation; frame objects are pooled by depth for the same reason.

using System.Runtime.CompilerServices;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Threads;

public sealed partial class VmThread
{
    private const int ChunkSize = 16 * 1024;

    /// <summary>How many instructions between two checks: back-edges and calls count.</summary>
    internal const int BudgetSlice = 20_000;

    private Frame[] _pool = [];
    private readonly List<Value[]> _chunks = [new Value[ChunkSize]];
    private int _chunk;
    private int _pooled;
    private Value[] _stack = null!;
    private int _stackTop;

    /// <summary>The innermost frame.</summary>
    internal Frame? Top;

    /// <summary>Counts down at calls and back-edges; at zero <see cref="CheckBudget"/> looks at what is asked of the thread.</summary>
    internal int Budget = BudgetSlice;

    /// <summary>The interpreter's recursion limit.</summary>
    internal int DepthLimit;

    /// <summary>Open calls of Python functions.</summary>
    internal int Depth;

    /// <summary>What <c>sys.exc_info()</c> shows: the exception handled by the innermost frame that handles one.</summary>
    internal PyException? HandledException
    {
        get
        {
            if (Interpreter.HandlingFrames == 0)
                return null;
            for (var frame = Top; frame is not null; frame = frame.Back)
            {
                if (frame.Handled is { } handled)
                    return handled;
            }
            return null;
        }
    }

    /// <summary>Opens a frame for a call of ordinary (not generator) code; the caller fills the parameters and unbinds the
    /// other slots. Null, with RecursionError pending, when the recursion limit is reached.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Frame? PushFrame(PyCode code)
    {
        if (Depth >= DepthLimit)
        {
            RaiseRecursionError();
            return null;
        }
        Depth++;
        var pool = _pool;
        var index = _pooled++;
        var frame = (uint)index < (uint)pool.Length ? pool[index] : NewPooledFrame();
        var first = _stackTop;
        if (_stack is null || first + code.FrameSize > _stack.Length)
            first = NextChunk(code.FrameSize);
        if (!ReferenceEquals(frame.Code, code))
            frame.Code = code;
        if (!ReferenceEquals(frame.Stack, _stack))
            frame.Stack = _stack!;
        frame.Base = first;
        _stackTop = first + code.FrameSize;
        return frame;
    }

    /// <summary>Closes the innermost frame opened by <see cref="PushFrame"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void PopFrame(Frame frame)
    {
        Depth--;
        _pooled--;
        var stack = frame.Stack;
        var first = frame.Base;
        var size = frame.Code.FrameSize;
        if (frame.Escaped)
            KeepEscaped(frame);
        stack.AsSpan(first, size).Clear();
        _stackTop = first;
        frame.IsEntry = false;
        frame.Constructed = null;
        LeaveNamespace(frame);
        if (first == 0)
            PreviousChunk();
        if (frame.Handled is not null)
        {
            frame.Handled = null;
            Interpreter.HandlingFrames--;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LeaveNamespace(Frame frame)
    {
        if (!frame.HasNamespace)
            return;
        frame.HasNamespace = false;
        frame.Function = null;
        frame.Namespace = Value.Unbound;
    }

    /// <summary>RecursionError, once.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal Value RaiseRecursionError(string what = "") =>
        Raise(ExceptionTypes.RecursionError, "maximum recursion depth exceeded" + what);

    /// <summary>Called when the budget is used up: Ctrl-C, limits, and whatever else is asked of a running thread. False when
    /// an exception is pending now.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal bool CheckBudget()
    {
        Budget = IsTracing ? 0 : BudgetSlice;
        return Interpreter.OnBudget(this);
    }

    /// <summary>A frame with slots of its own for a generator's or coroutine's body.</summary>
    internal Frame RentBodyFrame(PyCode code)
    {
        var size = code.FrameSize;
        if (size < _bodyFrames.Length && _bodyFrames[size] is { } frame)
        {
            _bodyFrames[size] = frame.Back;
            _bodyFrameCounts[size]--;
            frame.Back = null;
            if (!ReferenceEquals(frame.Code, code))
                frame.Code = code;
            return frame;
        }
        return new Frame { Code = code, Stack = new Value[size], Base = 0 };
    }

    /// <summary>The body has finished: the frame serves the next one, unless Python code may hold it.</summary>
    internal void ReturnBodyFrame(Frame frame)
    {
        var size = frame.Stack.Length;
        if (frame.Escaped || size >= _bodyFrames.Length || _bodyFrameCounts[size] >= MaxIdleBodyFrames)
            return;
        frame.Stack.AsSpan().Clear();
        frame.Generator = null;
        frame.IsEntry = false;
        LeaveNamespace(frame);
        frame.Back = _bodyFrames[size];
        _bodyFrames[size] = frame;
        _bodyFrameCounts[size]++;
    }

    private const int MaxIdleBodyFrames = 256;
    private readonly Frame?[] _bodyFrames = new Frame?[48];
    private readonly int[] _bodyFrameCounts = new int[48];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Frame NewPooledFrame()
    {
        var count = _pool.Length;
        Array.Resize(ref _pool, Math.Max(16, count * 2));
        for (var i = count; i < _pool.Length; i++)
            _pool[i] = new Frame();
        return _pool[count];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int NextChunk(int size)
    {
        if (_stack is null)
        {
            _stack = _chunks[0];
            if (size <= _stack.Length)
                return 0;
        }
        _chunkTops.Push(_stackTop);
        _chunk++;
        if (_chunk == _chunks.Count)
            _chunks.Add(new Value[Math.Max(ChunkSize, size)]);
        else if (_chunks[_chunk].Length < size)
            _chunks[_chunk] = new Value[size];
        _stack = _chunks[_chunk];
        return 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PreviousChunk()
    {
        if (_chunk == 0)
            return;
        _chunk--;
        _stack = _chunks[_chunk];
        _stackTop = _chunkTops.Pop();
    }

    private readonly Stack<int> _chunkTops = new();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void KeepEscaped(Frame frame)
    {
        // f_locals of a finished frame must still show its variables; the operands are gone.
        frame.Stack = frame.Stack.AsSpan(frame.Base, frame.Code.SlotCount).ToArray();
        frame.Base = 0;
        _pool[_pooled] = new Frame();
        if (frame is { Shown: true, Back: { } back })
            back.Escaped = back.Shown = true;
    }
}
