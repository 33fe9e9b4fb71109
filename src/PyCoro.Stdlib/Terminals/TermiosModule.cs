// termios: the settings of a terminal as a list of numbers, as the library reference has it. A call that may take long
// (output that is waited for, a break) lets other threads run.

using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Modules;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Types;
using PyCoro.Runtime.Values;
using PyCoro.Stdlib.Posix;
using PyCoro.Stdlib.Selecting;

namespace PyCoro.Stdlib.Terminals;

/// <summary>This module provides an interface to the Posix calls for tty I/O control.
/// For a complete description of these calls, see the Posix or Unix manual
/// pages. It is only available for those Unix versions that support Posix
/// termios style tty I/O control.
///
/// All functions in this module take a file descriptor fd as their first
/// argument. This can be an integer file descriptor, such as returned by
/// sys.stdin.fileno(), or a file object, such as sys.stdin itself.</summary>
[PyModule("termios")]
internal static partial class TermiosModule
{
    private const int Fields = 7;
    private const int CharactersField = 6;

    // Flags and places of struct termios, and requests of ioctl(2).
    private const uint Canonical = 2;
    private const int LeastTime = 5;
    private const int LeastCount = 6;
    internal const nuint GetWindowSize = 0x5413;
    private const nuint SetWindowSize = 0x5414;

    private static readonly PyType ErrorType = NativeExceptions.Define("termios", "error", static () => ExceptionTypes.Exception);

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        foreach (var (name, value) in TermiosConstants.All)
            module.Dict.SetStr(PyStr.Of(name), Value.Int(value));
        module.Dict.SetStr(PyStr.Of("error"), ErrorType);
        return Value.None;
    }

    /// <summary>Get the tty attributes for file descriptor fd.
    ///
    /// Returns a list [iflag, oflag, cflag, lflag, ispeed, ospeed, cc]
    /// where cc is a list of the tty special characters (each a bytes object of
    /// length 1, except the items with indices VMIN and VTIME, which are
    /// integers when these fields are defined).  The interpretation of the
    /// flags and the speeds as well as the indexing in the cc array must be
    /// done using the symbolic constants defined in this module.</summary>
    [PyFunction("tcgetattr", Signature = "fd, /")]
    private static Value GetAttributes(VmThread thread, Value fd)
    {
        if (!SelectModule.TryReadDescriptor(thread, fd, out var descriptor))
            return Value.Error;
        if (TerminalCalls.tcgetattr(descriptor, out var settings) is var result && result < 0)
            return Done(thread, LinuxCalls.Result(result));
        var characters = new Value[TerminalCalls.SpecialCharacters];
        for (var i = 0; i < characters.Length; i++)
        {
            var character = settings.Characters[i];
            var isCount = (settings.Local & Canonical) == 0 && i is LeastTime or LeastCount;
            characters[i] = isCount ? Value.Int(character) : new PyBytes([character]);
        }
        return new PyList(
        [
            Value.Int(settings.Input), Value.Int(settings.Output), Value.Int(settings.Control), Value.Int(settings.Local),
            Value.Int(TerminalCalls.cfgetispeed(settings)), Value.Int(TerminalCalls.cfgetospeed(settings)), new PyList(characters),
        ]);
    }

    /// <summary>Set the tty attributes for file descriptor fd.
    ///
    /// The attributes to be set are taken from the attributes argument, which
    /// is a list like the one returned by tcgetattr(). The when argument
    /// determines when the attributes are changed: termios.TCSANOW to
    /// change immediately, termios.TCSADRAIN to change after transmitting all
    /// queued output, or termios.TCSAFLUSH to change after transmitting all
    /// queued output and discarding all queued input.</summary>
    [PyFunction("tcsetattr", Signature = "fd, when, attributes, /")]
    private static Value SetAttributes(VmThread thread, Value fd, int when, Value attributes)
    {
        if (!SelectModule.TryReadDescriptor(thread, fd, out var descriptor))
            return Value.Error;
        if (attributes.Ref is not PyList { Count: Fields } list)
            return thread.TypeError($"tcsetattr, arg 3: must be {Fields} element list");
        // What the list does not tell (the line discipline) stays.
        if (TerminalCalls.tcgetattr(descriptor, out var settings) is var got && got < 0)
            return Done(thread, LinuxCalls.Result(got));
        Span<long> numbers = stackalloc long[CharactersField];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!TryLong(thread, list, i, out numbers[i]))
                return Value.Error;
        }
        if (list.Count != Fields || list.Items[CharactersField].Ref is not PyList { Count: TerminalCalls.SpecialCharacters } characters)
            return thread.TypeError($"tcsetattr: attributes[{CharactersField}] must be {TerminalCalls.SpecialCharacters} element list");
        for (var i = 0; i < TerminalCalls.SpecialCharacters; i++)
        {
            if (!TryCharacter(thread, characters, i, out settings.Characters[i]))
                return Value.Error;
        }
        (settings.Input, settings.Output, settings.Control, settings.Local) =
            ((uint)numbers[0], (uint)numbers[1], (uint)numbers[2], (uint)numbers[3]);
        if (TerminalCalls.cfsetispeed(ref settings, (uint)numbers[4]) is var slow && slow < 0)
            return Done(thread, LinuxCalls.Result(slow));
        if (TerminalCalls.cfsetospeed(ref settings, (uint)numbers[5]) is var fast && fast < 0)
            return Done(thread, LinuxCalls.Result(fast));
        return Call(thread, () => TerminalCalls.tcsetattr(descriptor, when, settings));
    }

    /// <summary>Send a break on file descriptor fd.
    ///
    /// A zero duration sends a break for 0.25-0.5 seconds; a nonzero duration
    /// has a system dependent meaning.</summary>
    [PyFunction("tcsendbreak", Signature = "fd, duration, /")]
    private static Value SendBreak(VmThread thread, Value fd, int duration) =>
        SelectModule.TryReadDescriptor(thread, fd, out var descriptor) ? Call(thread, () => TerminalCalls.tcsendbreak(descriptor, duration)) : Value.Error;

    /// <summary>Wait until all output written to file descriptor fd has been transmitted.</summary>
    [PyFunction("tcdrain", Signature = "fd, /")]
    private static Value Drain(VmThread thread, Value fd) =>
        SelectModule.TryReadDescriptor(thread, fd, out var descriptor) ? Call(thread, () => TerminalCalls.tcdrain(descriptor)) : Value.Error;

    /// <summary>Discard queued data on file descriptor fd.
    ///
    /// The queue selector specifies which queue: termios.TCIFLUSH for the input
    /// queue, termios.TCOFLUSH for the output queue, or termios.TCIOFLUSH for
    /// both queues.</summary>
    [PyFunction("tcflush", Signature = "fd, queue, /")]
    private static Value Flush(VmThread thread, Value fd, int queue) =>
        SelectModule.TryReadDescriptor(thread, fd, out var descriptor) ? Call(thread, () => TerminalCalls.tcflush(descriptor, queue)) : Value.Error;

    /// <summary>Suspend or resume input or output on file descriptor fd.
    ///
    /// The action argument can be termios.TCOOFF to suspend output,
    /// termios.TCOON to restart output, termios.TCIOFF to suspend input,
    /// or termios.TCION to restart input.</summary>
    [PyFunction("tcflow", Signature = "fd, action, /")]
    private static Value Flow(VmThread thread, Value fd, int action) =>
        SelectModule.TryReadDescriptor(thread, fd, out var descriptor) ? Call(thread, () => TerminalCalls.tcflow(descriptor, action)) : Value.Error;

    /// <summary>Get the tty winsize for file descriptor fd.
    ///
    /// Returns a tuple (ws_row, ws_col).</summary>
    [PyFunction("tcgetwinsize", Signature = "fd, /")]
    private static Value GetSize(VmThread thread, Value fd)
    {
        if (!SelectModule.TryReadDescriptor(thread, fd, out var descriptor))
            return Value.Error;
        var size = default(TerminalCalls.WindowSize);
        var result = LinuxCalls.Result(TerminalCalls.ioctl(descriptor, GetWindowSize, ref size));
        return result < 0 ? Done(thread, result) : PyTuple.Of(Value.Int(size.Rows), Value.Int(size.Columns));
    }

    /// <summary>Set the tty winsize for file descriptor fd.
    ///
    /// The winsize to be set is taken from the winsize argument, which
    /// is a two-item tuple (ws_row, ws_col) like the one returned by tcgetwinsize().</summary>
    [PyFunction("tcsetwinsize", Signature = "fd, winsize, /")]
    private static Value SetSize(VmThread thread, Value fd, Value winsize)
    {
        if (!SelectModule.TryReadDescriptor(thread, fd, out var descriptor))
            return Value.Error;
        if (!winsize.Type.Has(Special.GetItem) || Iteration.ToArray(thread, winsize) is not { Length: 2 } items)
        {
            thread.Pending = null;
            return thread.TypeError("tcsetwinsize, arg 2: must be a two-item sequence");
        }
        if (!TryLong(thread, items[0], out var rows) || !TryLong(thread, items[1], out var columns))
            return Value.Error;
        if (rows is < 0 or > ushort.MaxValue || columns is < 0 or > ushort.MaxValue)
            return thread.OverflowError("winsize value(s) out of range.");
        // The size in pixels stays.
        var size = default(TerminalCalls.WindowSize);
        var result = LinuxCalls.Result(TerminalCalls.ioctl(descriptor, GetWindowSize, ref size));
        if (result < 0)
            return Done(thread, result);
        (size.Rows, size.Columns) = ((ushort)rows, (ushort)columns);
        return Done(thread, LinuxCalls.Result(TerminalCalls.ioctl(descriptor, SetWindowSize, ref size)));
    }

    private static bool TryCharacter(VmThread thread, PyList list, int place, out byte character)
    {
        character = 0;
        var item = place < list.Count ? list.Items[place] : Value.Unbound;
        if (item.Ref is PyBytes { Span: [var single] })
        {
            character = single;
            return true;
        }
        if (item.IsSmallInt || item.Ref is PyInt)
        {
            if (!TryLong(thread, item, out var number))
                return false;
            character = (byte)number;
            return true;
        }
        thread.TypeError("tcsetattr: elements of attributes must be characters or integers");
        return false;
    }

    // Asking an item for its number may shorten the list.
    private static bool TryLong(VmThread thread, PyList list, int place, out long number)
    {
        if (place < list.Count)
            return TryLong(thread, list.Items[place], out number);
        number = 0;
        thread.TypeError($"tcsetattr, arg 3: must be {Fields} element list");
        return false;
    }

    private static bool TryLong(VmThread thread, Value value, out long number)
    {
        number = 0;
        var index = Conversions.Index(thread, value);
        if (index.IsError)
            return false;
        if (!index.IsSmallInt)
        {
            thread.OverflowError("Python int too large to convert to C long");
            return false;
        }
        number = index.Bits;
        return true;
    }

    private static Value Call(VmThread thread, Func<int> call) =>
        Blocking.TryCall(thread, () => LinuxCalls.Result(call()), out var result) ? Done(thread, result) : Value.Error;

    private static Value Done(VmThread thread, long result) =>
        result >= 0 ? Value.None : thread.Raise(ErrorType, Value.Int(-result), Value.Str(SystemErrors.Describe((int)-result)));
}
