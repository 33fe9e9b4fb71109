namespace PyCoro.Syntax.Literals;

/// <summary>Constants that are boxed once.</summary>
internal static class Constants
{
    public static readonly object True = true;
    public static readonly object False = false;
}
