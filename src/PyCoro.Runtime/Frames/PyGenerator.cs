// Generators, coroutines and async generators: one mechanism with three faces. The state of a body is its frame.
//
// Delegation is flat. When a body delegates (`yield from`, `await`) to another one, the two are linked and the root
// remembers the innermost body: resuming the root goes straight there, and when the innermost returns, its parent goes on
// in the interpreter loop. CPython re-enters every frame of the chain on each switch, which costs O(depth); here it is
// O(1), and the depth is limited by memory only. What users can observe is kept as if the frames were nested.

using PyCoro.Compiler.Bytecode;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>A generator, coroutine or async generator.</summary>
public sealed partial class PyGenerator : PyObject
{
    internal PyGenerator(Frame frame, PyFunction? function, PyType type) : base(type.RootShape)
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

    /// <summary>The body's code, also after it has finished.</summary>
    internal readonly PyCode Code;

    internal GeneratorState State;

    /// <summary>The body that runs when this one is resumed: the end of the chain of delegation.</summary>
    internal PyGenerator Innermost;

    /// <summary>The body this one delegates to, while it does and the two are linked.</summary>
    internal PyGenerator? Delegate;

    /// <summary>The body that delegates to this one.</summary>
    internal PyGenerator? Parent;

    /// <summary>While executing: the body that was resumed to get here.</summary>
    internal PyGenerator? Root;

    /// <summary><c>__name__</c>.</summary>
    internal PyStr Name;

    /// <summary><c>__qualname__</c>.</summary>
    internal PyStr QualName;

    /// <summary>A generator: iterable by <c>next</c>.</summary>
    internal bool IsIterator => (Code.Flags & (CodeFlags.Coroutine | CodeFlags.AsyncGenerator)) == 0;

    /// <summary>A coroutine of <c>async def</c>.</summary>
    internal bool IsCoroutine => (Code.Flags & CodeFlags.Coroutine) != 0;

    /// <summary>An async generator.</summary>
    internal bool IsAsyncGenerator => (Code.Flags & CodeFlags.AsyncGenerator) != 0;

    /// <summary>May be awaited: a coroutine, or a generator marked by types.coroutine.</summary>
    internal bool IsAwaitable => (Code.Flags & (CodeFlags.Coroutine | CodeFlags.IterableCoroutine)) != 0;

    /// <summary>"generator", "coroutine" or "async generator", for messages.</summary>
    internal string Kind => IsCoroutine ? "coroutine" : IsAsyncGenerator ? "async generator" : "generator";
}

/// <summary>Where a body stands.</summary>
internal enum GeneratorState : byte
{
    Created,
    Suspended,
    Running,
    Finished,
}
