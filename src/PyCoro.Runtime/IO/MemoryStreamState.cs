using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The parts that the pickled states of BytesIO and StringIO share.</summary>
internal static class MemoryStreamState
{
    private static readonly PyStr UpdateName = PyStr.Constant("update");

    /// <summary>A copy of the attributes that a program has given the stream; None without any.</summary>
    internal static Value AttributesOf(PyObject stream)
    {
        var attributes = InstanceAttributes.Materialize(stream);
        return attributes.Count == 0 ? Value.None : attributes.Copy();
    }

    /// <summary>Reads a position; false when it raised.</summary>
    internal static bool TryPosition(VmThread thread, Value value, string item, out int position)
    {
        position = 0;
        if (!value.TryGetInt64(out var number))
        {
            thread.TypeError($"{item} item of state must be an integer, got {value.Type.Name}");
            return false;
        }
        if (number < 0)
        {
            thread.ValueError("position value cannot be negative");
            return false;
        }
        position = (int)Math.Min(number, int.MaxValue);
        return true;
    }

    /// <summary>Gives the stream its attributes back; Error when it raised.</summary>
    internal static Value SetAttributes(VmThread thread, PyObject stream, Value attributes, string item)
    {
        if (attributes.IsNone)
            return Value.None;
        if (attributes.Ref is not PyDict dict)
            return thread.TypeError($"{item} item of state should be a dict, got a {attributes.Type.Name}");
        return thread.CallMethod(InstanceAttributes.Materialize(stream), UpdateName, dict);
    }
}
