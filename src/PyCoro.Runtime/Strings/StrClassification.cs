// The questions that begin with "is" (library reference: String Methods).

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Strings;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    /// <summary>All characters are letters or numbers, and there is one.</summary>
    [PyMethod("isalnum")]
    internal bool IsAlphanumeric() =>
        All(static point => CharacterData.IsAlpha(point) || CharacterData.IsNumeric(point) || CharacterData.IsDecimal(point));

    /// <summary>All characters are letters, and there is one.</summary>
    [PyMethod("isalpha")]
    internal bool IsAlpha() => All(CharacterData.IsAlpha);

    /// <summary>All characters are ASCII.</summary>
    [PyMethod("isascii")]
    internal bool IsAscii() => System.Text.Ascii.IsValid(Text);

    /// <summary>All characters are decimal digits, and there is one.</summary>
    [PyMethod("isdecimal")]
    internal bool IsDecimal() => All(CharacterData.IsDecimal);

    /// <summary>All characters are digits, superscripts included, and there is one.</summary>
    [PyMethod("isdigit")]
    internal bool IsDigit() => All(CharacterData.IsDigit);

    /// <summary>All characters are numeric, fractions included, and there is one.</summary>
    [PyMethod("isnumeric")]
    internal bool IsNumeric() => All(CharacterData.IsNumeric);

    /// <summary>All characters are white space, and there is one.</summary>
    [PyMethod("isspace")]
    internal bool IsSpace() => All(CharacterData.IsSpace);

    /// <summary>All characters are shown by repr as they are.</summary>
    [PyMethod("isprintable")]
    internal bool IsPrintable() => Text.Length == 0 || All(CharacterData.IsPrintable);

    /// <summary>May it be a name? Keywords may, in this sense.</summary>
    [PyMethod("isidentifier")]
    internal bool IsIdentifier() => Identifiers.IsIdentifier(Text);

    /// <summary>All cased characters are lower case, and there is one.</summary>
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

    /// <summary>All cased characters are upper case, and there is one.</summary>
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

    /// <summary>Upper and title case only begin words, lower case only continues them, and there is one of them.</summary>
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
