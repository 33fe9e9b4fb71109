// A host's way to run a whole program, and the command's: an interpreter of its own, on a thread of its own, whose stack is
// large because Python code, repr() of nested lists, and parsers recurse. Untouched stack costs no memory.

using System.Runtime.ExceptionServices;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Hosting;
using PyCoro.Runtime.Programs;
using PyCoro.Stdlib;

namespace PyCoro;

/// <summary>Runs one Python program from start to end, as <c>python3</c> runs it. Every <c>Run</c> method returns the exit
/// status, or throws <see cref="DeadlockException"/> when the program can never go on. Programs are isolated from each other: any number may run in one process at once.</summary>
public sealed class PythonProgram
{
    /// <summary>The stack of the thread that runs Python, in bytes.</summary>
    public const int StackSize = 256 << 20;

    private readonly PythonProgramOptions _options;
    private readonly Lazy<Interpreter> _interpreter;

    /// <summary>A program that runs nothing yet.</summary>
    public PythonProgram(PythonProgramOptions options)
    {
        _options = options;
        _interpreter = new Lazy<Interpreter>(() => new Interpreter(new InterpreterOptions
        {
            Library = new StdlibLibrary(),
            StandardLibrary = InstalledLibrary.Resolve(options.StandardLibrary),
            Flags = options.Flags,
            HandlesInterrupt = options.HandlesCtrlC,
            Executable = options.Executable ?? Environment.ProcessPath ?? "",
            Clock = options.VirtualTime ? new VirtualClock() : new SystemClock(),
            Input = options.Input ?? StandardStream.Open(0),
            Output = options.Output ?? StandardStream.Open(1),
            Error = options.Errors ?? StandardStream.Open(2),
            IsTerminal = options.Output is null && StandardStream.IsTerminal(1),
            InternalErrors = options.InternalErrors ?? (Environment.GetEnvironmentVariable("PYCORO_DEBUG") == "1" ? Console.Error.WriteLine : (Action<Exception>?)null),
        }));
    }

    /// <summary>Runs a script, or a folder that holds a <c>__main__.py</c>.</summary>
    public int RunFile(string path, IReadOnlyList<string> arguments) =>
        OnLargeStack(runner => runner.RunFile(path, arguments));

    /// <summary>Runs code, as <c>-c</c> does.</summary>
    public int RunCode(string code, IReadOnlyList<string> arguments) =>
        OnLargeStack(runner => runner.RunCode(code, arguments));

    /// <summary>Runs a module by its name, as <c>-m</c> does.</summary>
    public int RunModule(string name, IReadOnlyList<string> arguments) =>
        OnLargeStack(runner => runner.RunModule(name, arguments));

    /// <summary>Runs what standard input holds; <paramref name="name"/> becomes <c>sys.argv[0]</c>.</summary>
    public int RunInput(string name, IReadOnlyList<string> arguments) =>
        OnLargeStack(runner => runner.RunInput(name, arguments));

    /// <summary>Raises KeyboardInterrupt in the program's main thread; may be called from any thread.</summary>
    public void Interrupt() => _interpreter.Value.Interrupt();

    /// <summary>Where the main thread is, <c>file, line N</c>; null when it runs no Python code. For reports of faults only:
    /// exact while the program does not run.</summary>
    public string? CurrentLine() =>
        _interpreter.IsValueCreated && _interpreter.Value.MainThread.Top is { } frame ? $"{frame.Code.Source.FileName}, line {frame.CurrentLine}" : null;

    private int OnLargeStack(Func<ProgramRunner, int> run)
    {
        var status = 0;
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                status = run(new ProgramRunner(_interpreter, _options.ProgramName, _options.Flags));
            }
            catch (Exception exception)
            {
                fault = ExceptionDispatchInfo.Capture(exception);
            }
        }, StackSize);
        thread.Start();
        try
        {
            // Made here while the program's own thread reads and compiles the script.
            _ = _interpreter.Value;
        }
        finally
        {
            thread.Join();
        }
        fault?.Throw();
        return status;
    }
}
