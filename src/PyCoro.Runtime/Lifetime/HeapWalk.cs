// .NET's collector lists no objects, but everything an interpreter knows hangs off it: who must have all instances of a class,
// or all that refers to an object, walks there from object to object, each telling what it refers to (PyObject.VisitReferents).
// That takes time, so it is for rare questions: a class that is given a __del__ when it has instances already, and the ones
// that gc answers.

using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Lifetime;

/// <summary>Walks over the objects of an interpreter. The walker holds the GIL.</summary>
internal static class HeapWalk
{
    /// <summary>The Python objects that modules and running code can reach, the nearest first.</summary>
    internal static List<PyObject> Reachable(Interpreter interpreter)
    {
        var objects = new List<PyObject>();
        var seen = new HashSet<PyObject>(ReferenceEqualityComparer.Instance);
        var visit = (Value value) =>
        {
            if (value.Ref is { } found and not (Sentinel or FloatTag) && seen.Add(found))
                objects.Add(found);
        };
        visit(interpreter.Modules);
        foreach (var thread in interpreter.Gil.Threads)
            thread.VisitRoots(visit);
        for (var i = 0; i < objects.Count; i++)
            objects[i].VisitReferents(visit);
        return objects;
    }

    /// <summary>What an object refers to.</summary>
    internal static List<Value> ReferentsOf(PyObject obj)
    {
        var referents = new List<Value>();
        obj.VisitReferents(value =>
        {
            if (!value.IsSentinel)
                referents.Add(value);
        });
        return referents;
    }
}
