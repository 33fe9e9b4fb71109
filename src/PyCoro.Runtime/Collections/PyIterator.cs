// Iterators written in C# answer "what is next" by a virtual call and say "nothing" by an unbound value: a for loop over
// one never makes a StopIteration, and never looks a method up. Python code sees the usual __iter__ and __next__.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>Base of the iterators written in C# (library reference: Iterator Types). It is no Python type of its own:
/// its methods belong to each type derived from it.</summary>
public abstract class PyIterator : PyObject
{
    private protected PyIterator(Shape shape) : base(shape) =>
        IsOverridden = shape.Type.IsHeapType && Overrides(shape.Type);

    /// <summary>Is it of a Python class that says itself what comes next? Then nobody may take the short way.</summary>
    internal bool IsOverridden { get; }

    /// <summary>Is each item a pair? Then a loop that takes it apart at once may ask for the halves, and no tuple is made.</summary>
    internal bool GivesPairs { get; private protected init; }

    /// <summary>The halves of the next item, if <see cref="GivesPairs"/>; the first is unbound when there is none, Error when it raised.</summary>
    internal virtual Value NextPair(VmThread thread, out Value second) =>
        throw new InvalidOperationException($"{Type.Name} does not give pairs");

    private protected Value NextFromPair(VmThread thread)
    {
        var first = NextPair(thread, out var second);
        return first.IsSentinel ? first : new PyTuple([first, second]);
    }

    private static bool Overrides(PyType type) =>
        type.LookupSpecial(Special.Next).Ref is not PyMethodDescriptor || type.LookupSpecial(Special.Iter).Ref is not PyMethodDescriptor;

    /// <summary>The next item, unbound when there is none, Error when it raised. Once unbound, always unbound.</summary>
    internal abstract Value Next(VmThread thread);

    /// <summary>Implement iter(self).</summary>
    [PyMethod("__iter__")]
    internal Value Iter() => this;

    /// <summary>Implement next(self).</summary>
    [PyMethod("__next__")]
    internal virtual Value NextOrStop(VmThread thread)
    {
        var item = Next(thread);
        return item.IsUnbound ? thread.Raise(ExceptionTypes.StopIteration) : item;
    }
}
