using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Types;

/// <summary>The C3 linearization (library reference: class.__mro__; "The Python 2.3 Method Resolution Order").</summary>
internal static class MethodResolution
{
    /// <summary>The MRO of a class from its bases; null when they cannot be ordered (TypeError).</summary>
    internal static PyType[]? Linearize(VmThread thread, PyType type)
    {
        var bases = type.Bases;
        foreach (var incomplete in bases)
        {
            if (!incomplete.IsMroPending)
                continue;
            thread.TypeError($"Cannot extend an incomplete type '{incomplete.Name}'");
            return null;
        }
        if (bases.Length == 1)
            return [type, .. bases[0].Mro];
        if (bases.Distinct().Count() != bases.Length)
        {
            var duplicate = bases.GroupBy(static b => b).First(static group => group.Count() > 1).Key;
            thread.TypeError($"duplicate base class {duplicate.Name}");
            return null;
        }
        var sequences = bases.Select(static b => b.Mro.ToList()).Append([.. bases]).Where(static s => s.Count > 0).ToList();
        var result = new List<PyType> { type };
        while (sequences.Count > 0)
        {
            var next = sequences.Select(static s => s[0]).FirstOrDefault(head => sequences.All(s => s.IndexOf(head) <= 0));
            if (next is null)
            {
                var names = sequences.Select(static s => s[0].Name).Distinct();
                thread.TypeError($"Cannot create a consistent method resolution\norder (MRO) for bases {string.Join(", ", names)}");
                return null;
            }
            result.Add(next);
            foreach (var sequence in sequences)
            {
                if (ReferenceEquals(sequence[0], next))
                    sequence.RemoveAt(0);
            }
            sequences.RemoveAll(static s => s.Count == 0);
        }
        return [.. result];
    }
}
