// The flags of a pattern, with the numbers that Python programs see.

namespace PyCoro.Stdlib.Regex;

/// <summary>Library reference: re, Flags.</summary>
[Flags]
internal enum RegexFlags
{
    None = 0,
    Template = 1,
    IgnoreCase = 2,
    Locale = 4,
    Multiline = 8,
    DotAll = 16,
    Unicode = 32,
    Verbose = 64,
    Debug = 128,
    Ascii = 256,

    /// <summary>Which characters are words, digits and spaces: one of them at a time.</summary>
    Types = Ascii | Locale | Unicode,

    /// <summary>Only for the whole pattern.</summary>
    Global = Debug | Template,
}
