// The parameters of a native function that takes keyword arguments, in the form argument parsing walks over. Functions
// that are positional-only have none: generated code compares counts.

using PyCoro.Runtime.Objects;

namespace PyCoro.Runtime.Binding;

/// <summary>Parameters of a native function, the receiver excluded.</summary>
internal sealed class ParameterTable
{
    /// <summary>Reads the parameters from generated text: names separated by blanks, each after <c>!</c> when required.</summary>
    /// <param name="function">The name in messages.</param>
    /// <param name="names">The names, as above; empty when there are only *args and **kwargs.</param>
    /// <param name="positionalOnly">How many cannot be given by keyword.</param>
    /// <param name="positional">How many may be given by position.</param>
    /// <param name="noReceiver">The error when the receiver or class before the parameters is missing; null when none is wanted.</param>
    /// <param name="hasVarArgs">It takes *args.</param>
    /// <param name="hasVarKeywords">It takes **kwargs.</param>
    internal ParameterTable(
        string function, string names, int positionalOnly, int positional, string? noReceiver, bool hasVarArgs, bool hasVarKeywords)
    {
        Function = function;
        PositionalOnly = positionalOnly;
        Positional = positional;
        NoReceiver = noReceiver;
        Receivers = noReceiver is null ? 0 : 1;
        HasVarArgs = hasVarArgs;
        HasVarKeywords = hasVarKeywords;
        var parts = names.Length == 0 ? [] : names.Split(' ');
        Names = new PyStr[parts.Length];
        Required = new bool[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            Required[i] = parts[i][0] == '!';
            Names[i] = PyStr.Constant(Required[i] ? parts[i][1..] : parts[i]);
            if (Required[i] && i < positional)
                RequiredPositional++;
        }
    }

    internal string Function { get; }

    internal PyStr[] Names { get; }

    internal bool[] Required { get; }

    internal int PositionalOnly { get; }

    internal int Positional { get; }

    internal int RequiredPositional { get; }

    internal string? NoReceiver { get; }

    internal int Receivers { get; }

    internal bool HasVarArgs { get; }

    internal bool HasVarKeywords { get; }

    /// <summary>Index of the parameter a keyword names, or -1.</summary>
    internal int IndexOf(PyStr keyword)
    {
        for (var i = PositionalOnly; i < Names.Length; i++)
        {
            if (PyStr.Same(Names[i], keyword))
                return i;
        }
        return -1;
    }
}
