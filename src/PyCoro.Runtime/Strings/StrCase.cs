// Upper and lower case (library reference: String Methods). ASCII text, which is nearly all, has a vectorised path; the rest
// follows Unicode's full case mapping, where one character may become several.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Strings;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

public sealed partial class PyStr
{
    private const int CapitalSigma = 0x3A3;

    /// <summary>Return a copy in upper case.</summary>
    [PyMethod("upper")]
    internal PyStr Upper()
    {
        if (System.Text.Ascii.IsValid(Text))
            return Of(Text.ToUpperInvariant());
        var output = new TextBuilder(stackalloc char[256]);
        foreach (var point in new CodePoints(Text))
            CharacterData.AppendUpper(ref output, point);
        return Of(output.Finish());
    }

    /// <summary>Return a copy in lower case.</summary>
    [PyMethod("lower")]
    internal PyStr Lower()
    {
        if (System.Text.Ascii.IsValid(Text))
            return Of(Text.ToLowerInvariant());
        var output = new TextBuilder(stackalloc char[256]);
        var points = new CodePoints(Text);
        while (points.MoveNext())
            AppendLower(ref output, points.Current, points.Position);
        return Of(output.Finish());
    }

    /// <summary>Return a copy for caseless comparison.</summary>
    [PyMethod("casefold")]
    internal PyStr CaseFold()
    {
        if (System.Text.Ascii.IsValid(Text))
            return Of(Text.ToLowerInvariant());
        var output = new TextBuilder(stackalloc char[256]);
        foreach (var point in new CodePoints(Text))
            CharacterData.AppendFolded(ref output, point);
        return Of(output.Finish());
    }

    /// <summary>Return a copy with the first character in title case and the rest in lower case.</summary>
    [PyMethod("capitalize")]
    internal PyStr Capitalize()
    {
        var output = new TextBuilder(stackalloc char[256]);
        var points = new CodePoints(Text);
        if (points.MoveNext())
            CharacterData.AppendTitle(ref output, points.Current);
        while (points.MoveNext())
            AppendLower(ref output, points.Current, points.Position);
        return Of(output.Finish());
    }

    /// <summary>Return a copy where words begin in title case and continue in lower case.</summary>
    [PyMethod("title")]
    internal PyStr Title()
    {
        var output = new TextBuilder(stackalloc char[256]);
        var points = new CodePoints(Text);
        var insideWord = false;
        while (points.MoveNext())
        {
            if (insideWord)
                AppendLower(ref output, points.Current, points.Position);
            else
                CharacterData.AppendTitle(ref output, points.Current);
            insideWord = CharacterData.IsCased(points.Current);
        }
        return Of(output.Finish());
    }

    /// <summary>Return a copy with upper case turned to lower case and vice versa.</summary>
    [PyMethod("swapcase")]
    internal PyStr SwapCase()
    {
        var output = new TextBuilder(stackalloc char[256]);
        var points = new CodePoints(Text);
        while (points.MoveNext())
        {
            if (CharacterData.IsUpper(points.Current))
                AppendLower(ref output, points.Current, points.Position);
            else if (CharacterData.IsLower(points.Current))
                CharacterData.AppendUpper(ref output, points.Current);
            else
                output.AppendPoint(points.Current);
        }
        return Of(output.Finish());
    }

    private void AppendLower(ref TextBuilder output, int point, int unitAfter)
    {
        if (point == CapitalSigma)
            output.Append(IsFinalSigma(unitAfter) ? '\u03C2' : '\u03C3');
        else
            CharacterData.AppendLower(ref output, point);
    }

    // Unicode 3.13, Final_Sigma: a cased letter before it and none after it, not counting what is case-ignorable.
    private bool IsFinalSigma(int unitAfter)
    {
        var unit = unitAfter - 1;
        int point;
        do
        {
            if (unit == 0)
                return false;
            point = CodePoints.Before(Text, unit);
            unit -= point > 0xFFFF ? 2 : 1;
        }
        while (CharacterData.IsCaseIgnorable(point));
        if (!CharacterData.IsCased(point))
            return false;
        foreach (var next in new CodePoints(Text.AsSpan(unitAfter)))
        {
            if (!CharacterData.IsCaseIgnorable(next))
                return !CharacterData.IsCased(next);
        }
        return true;
    }
}
