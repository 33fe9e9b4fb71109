using System.Text;

namespace PyCoro.Syntax.Building;

/// <summary>Unicode normalisation of names.</summary>
internal static class Normalization
{
    /// <summary>Normalisation form KC.</summary>
    public static string Nfkc(string name) => name.Normalize(NormalizationForm.FormKC);
}
