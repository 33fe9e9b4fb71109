// LINQ and sorting over Value are .NET's generic code over a struct of ours, of which ReadyToRun compiles little ahead: a
// `Select(Value.Str)` on the way to an import leaves a dozen methods to the JIT, more time than the import itself takes.
// What start-up and imports need of it are these plain loops.

using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Values;

/// <summary>Arrays of values, made from what C# code has.</summary>
internal static class ValueArrays
{
    /// <summary>A str for each text.</summary>
    internal static Value[] OfTexts(IReadOnlyList<string> texts)
    {
        var values = new Value[texts.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Value.Str(texts[i]);
        return values;
    }

    /// <summary>The objects as values.</summary>
    internal static Value[] OfObjects(IReadOnlyList<PyObject> objects)
    {
        var values = new Value[objects.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = objects[i];
        return values;
    }
}
