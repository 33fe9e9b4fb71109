using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Unicodedata;

/// <summary>This module provides access to the Unicode Character Database,
/// which defines properties of all Unicode characters, in its version 14.0.0.
///
/// Names and symbols are those of the UnicodeData File Format 14.0.0.</summary>
[PyModule("unicodedata", Types = [typeof(PyUnicodeDatabase)])]
internal static partial class UnicodedataModule
{
    [PyConstant("unidata_version")]
    private static string Version => Database.Version;

    [PyConstant("ucd_3_2_0")]
    private static PyObject Version32 => PyUnicodeDatabase.Version32;

    private static PyUnicodeDatabase Database => PyUnicodeDatabase.Current;

    /// <summary>Returns the bidirectional class of a character; an empty string when it has none.</summary>
    [PyFunction("bidirectional", Signature = "chr, /")]
    private static Value Bidirectional(VmThread thread, Value chr) => Database.Bidirectional(thread, chr);

    /// <summary>Returns the general category of a character.</summary>
    [PyFunction("category", Signature = "chr, /")]
    private static Value Category(VmThread thread, Value chr) => Database.Category(thread, chr);

    /// <summary>Returns the canonical combining class of a character; 0 when it has none.</summary>
    [PyFunction("combining", Signature = "chr, /")]
    private static Value Combining(VmThread thread, Value chr) => Database.Combining(thread, chr);

    /// <summary>Returns the width class of a character in East Asian text.</summary>
    [PyFunction("east_asian_width", Signature = "chr, /")]
    private static Value EastAsianWidth(VmThread thread, Value chr) => Database.EastAsianWidth(thread, chr);

    /// <summary>Returns 1 for a character that is mirrored in right-to-left text, 0 for others.</summary>
    [PyFunction("mirrored", Signature = "chr, /")]
    private static Value Mirrored(VmThread thread, Value chr) => Database.Mirrored(thread, chr);

    /// <summary>Returns the decomposition of a character; an empty string when it has none.</summary>
    [PyFunction("decomposition", Signature = "chr, /")]
    private static Value Decomposition(VmThread thread, Value chr) => Database.Decomposition(thread, chr);

    /// <summary>Returns a character's value as a decimal digit; when it is none, the default or ValueError.</summary>
    [PyFunction("decimal", Signature = "chr, default=<unrepresentable>, /")]
    private static Value Decimal(VmThread thread, Value chr, Value @default) => Database.Decimal(thread, chr, @default);

    /// <summary>Returns a character's value as a digit; when it is none, the default or ValueError.</summary>
    [PyFunction("digit", Signature = "chr, default=<unrepresentable>, /")]
    private static Value Digit(VmThread thread, Value chr, Value @default) => Database.Digit(thread, chr, @default);

    /// <summary>Returns a character's value as a number; when it is none, the default or ValueError.</summary>
    [PyFunction("numeric", Signature = "chr, default=<unrepresentable>, /")]
    private static Value Numeric(VmThread thread, Value chr, Value @default) => Database.Numeric(thread, chr, @default);

    /// <summary>Returns the name of a character; when it has none, the default or ValueError.</summary>
    [PyFunction("name", Signature = "chr, default=<unrepresentable>, /")]
    private static Value Name(VmThread thread, Value chr, Value @default) => Database.Name(thread, chr, @default);

    /// <summary>Returns the character with a name; KeyError when there is none.</summary>
    [PyFunction("lookup", Signature = "name, /")]
    private static Value Lookup(VmThread thread, Value name) => Database.Lookup(thread, name);

    /// <summary>Returns a normal form of a text: 'NFC', 'NFKC', 'NFD' or 'NFKD'.</summary>
    [PyFunction("normalize", Signature = "form, unistr, /")]
    private static Value Normalize(VmThread thread, string form, PyStr unistr) => Database.Normalize(thread, form, unistr);

    /// <summary>Returns whether a text is in a normal form: 'NFC', 'NFKC', 'NFD' or 'NFKD'.</summary>
    [PyFunction("is_normalized", Signature = "form, unistr, /")]
    private static Value IsNormalized(VmThread thread, string form, PyStr unistr) => Database.IsNormalized(thread, form, unistr);
}
