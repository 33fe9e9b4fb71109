using PyCoro.Runtime.Numbers;

namespace PyCoro.Runtime.Execution;

internal sealed partial class Interpreter
{
    /// <summary><c>sys.get_int_max_str_digits()</c>; 0 means there is no limit.</summary>
    internal int IntMaxStrDigits { get; set; } = IntText.DefaultMaxDigits;
}
