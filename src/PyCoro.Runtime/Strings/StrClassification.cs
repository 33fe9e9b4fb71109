// The questions that begin with "is" (library reference: String Methods).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Strings;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    /// <summary>Return True if the string is an alpha-numeric string, False otherwise.
    ///
    /// A string is alpha-numeric if all characters in the string are alpha-numeric and
    /// there is at least one character in the string.</summary>
    [PyMethod("isalnum")]
    internal bool IsAlphanumeric() =>
        All(static point => CharacterData.IsAlpha(point) || CharacterData.IsNumeric(point) || CharacterData.IsDecimal(point));

    /// <summary>Return True if the string is an alphabetic string, False otherwise.
    ///
    /// A string is alphabetic if all characters in the string are alphabetic and there
    /// is at least one character in the string.</summary>
    [PyMethod("isalpha")]
    internal bool IsAlpha() => All(CharacterData.IsAlpha);

    /// <summary>Return True if all characters in the string are ASCII, False otherwise.
    ///
    /// ASCII characters have code points in the range U+0000-U+007F.
    /// Empty string is ASCII too.</summary>
    [PyMethod("isascii")]
    internal bool IsAscii() => System.Text.Ascii.IsValid(Text);

    /// <summary>Return True if the string is a decimal string, False otherwise.
    ///
    /// A string is a decimal string if all characters in the string are decimal and
    /// there is at least one character in the string.</summary>
    [PyMethod("isdecimal")]
    internal bool IsDecimal() => All(CharacterData.IsDecimal);

    /// <summary>Return True if the string is a digit string, False otherwise.
    ///
    /// A string is a digit string if all characters in the string are digits and there
    /// is at least one character in the string.</summary>
    [PyMethod("isdigit")]
    internal bool IsDigit() => All(CharacterData.IsDigit);

    /// <summary>Return True if the string is a numeric string, False otherwise.
    ///
    /// A string is numeric if all characters in the string are numeric and there is at
    /// least one character in the string.</summary>
    [PyMethod("isnumeric")]
    internal bool IsNumeric() => All(CharacterData.IsNumeric);

    /// <summary>Return True if the string is a whitespace string, False otherwise.
    ///
    /// A string is whitespace if all characters in the string are whitespace and there
    /// is at least one character in the string.</summary>
    [PyMethod("isspace")]
    internal bool IsSpace() => All(CharacterData.IsSpace);

    /// <summary>Return True if the string is printable, False otherwise.
    ///
    /// A string is printable if all of its characters are considered printable in
    /// repr() or if it is empty.</summary>
    [PyMethod("isprintable")]
    internal bool IsPrintable() => Text.Length == 0 || All(CharacterData.IsPrintable);

    /// <summary>Return True if the string is a valid Python identifier, False otherwise.
    ///
    /// Call keyword.iskeyword(s) to test whether string s is a reserved identifier,
    /// such as "def" or "class".</summary>
    [PyMethod("isidentifier")]
    internal bool IsIdentifier()
    {
        var points = new CodePoints(Text);
        if (!points.MoveNext() || !CharacterData.IsIdentifierStart(points.Current))
            return false;
        while (points.MoveNext())
        {
            if (!CharacterData.IsIdentifierPart(points.Current))
                return false;
        }
        return true;
    }

    /// <summary>Return True if the string is a lowercase string, False otherwise.
    ///
    /// A string is lowercase if all cased characters in the string are lowercase and
    /// there is at least one cased character in the string.</summary>
    [PyMethod("islower")]
    internal bool IsLower()
    {
        var seen = false;
        foreach (var point in new CodePoints(Text))
        {
            if (CharacterData.IsUpper(point) || CharacterData.IsTitle(point))
                return false;
            seen |= CharacterData.IsLower(point);
        }
        return seen;
    }

    /// <summary>Return True if the string is an uppercase string, False otherwise.
    ///
    /// A string is uppercase if all cased characters in the string are uppercase and
    /// there is at least one cased character in the string.</summary>
    [PyMethod("isupper")]
    internal bool IsUpper()
    {
        var seen = false;
        foreach (var point in new CodePoints(Text))
        {
            if (CharacterData.IsLower(point) || CharacterData.IsTitle(point))
                return false;
            seen |= CharacterData.IsUpper(point);
        }
        return seen;
    }

    /// <summary>Return True if the string is a title-cased string, False otherwise.
    ///
    /// In a title-cased string, upper- and title-case characters may only
    /// follow uncased characters and lowercase characters only cased ones.</summary>
    [PyMethod("istitle")]
    internal bool IsTitle()
    {
        bool seen = false, insideWord = false;
        foreach (var point in new CodePoints(Text))
        {
            if (CharacterData.IsUpper(point) || CharacterData.IsTitle(point))
            {
                if (insideWord)
                    return false;
                seen = insideWord = true;
            }
            else if (CharacterData.IsLower(point))
            {
                if (!insideWord)
                    return false;
                seen = true;
            }
            else
            {
                insideWord = false;
            }
        }
        return seen;
    }

    private bool All(Func<int, bool> test)
    {
        foreach (var point in new CodePoints(Text))
        {
            if (!test(point))
                return false;
        }
        return Text.Length > 0;
    }
}
