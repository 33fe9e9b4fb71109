// Everything but the plain running of a program: help, version, the tools that show what the stages make of a source.

using System.CommandLine;
using System.CommandLine.Help;

namespace PyCoro.Cli;

/// <summary>The commands of <c>pycoro</c>, as the command-line library sees them.</summary>
internal static class CommandTree
{
    /// <summary>Parses and runs; the result is the exit status.</summary>
    public static int Invoke(string[] args)
    {
        // These may stand behind switches, which mean nothing to them.
        PythonSwitches.TryRead(args, out _, out var rest);
        if (rest is ["-V" or "-VV" or "--version" or "-h" or "-?" or "--help", ..])
            args = [rest[0]];
        if (args is [] or ["-h" or "-?" or "--help"])
            Console.WriteLine(Usage);
        var result = Root().Parse(args.Length == 0 ? ["--help"] : args);
        if (result.Errors.Count == 0)
            return result.Invoke();
        // CPython's status and first line for a wrong command line, not the library's.
        Console.Error.WriteLine(Complaint(args) ?? result.Errors[0].Message);
        Console.Error.WriteLine(Usage);
        Console.Error.WriteLine("Try `pycoro --help' for more information.");
        return ExitStatus.Usage;
    }

    private static string? Complaint(string[] args) => args[^1] switch
    {
        "-c" or "-m" => $"Argument expected for the {args[^1]} option",
        "-W" or "-X" => $"Argument expected for the {args[^1]} option",
        _ when args[0] is ['-', 'b' or 'i' or 'x', ..] => $"not implemented: Python's option {args[0][..2]}",
        _ when args[0].StartsWith('-') => $"Unknown option: {args[0]}",
        _ => null,
    };

    private static Command Root()
    {
        var version = new Option<bool>("--version", "-V", "-VV") { Description = "Show the version" };
        var root = new Command("pycoro", Description) { Run(), Ast(), Dis(), version, new HelpOption() };
        root.SetAction(result =>
        {
            var assembly = typeof(PythonProgram).Assembly.GetName();
            // Tools that ask for the version look at the first words only.
            Console.WriteLine($"Python 3.11.7 (PyCoro {assembly.Version!.ToString(3)})");
            return result.GetValue(version) ? ExitStatus.Success : ExitStatus.Usage;
        });
        return root;
    }

    private const string Usage = "usage: pycoro [run] [-c CODE | -m MODULE | FILE | -] [ARGUMENTS]";

    private const string Description = """
        Runs Python 3.11 programs.

          pycoro FILE [ARGUMENTS]        a script; the word `run` may stand before it
          pycoro -c CODE [ARGUMENTS]     this code
          pycoro -m MODULE [ARGUMENTS]   a module or package, as a script
          pycoro - [ARGUMENTS]           standard input

        Before these may stand Python's own switches -B -d -E -I -O -OO -P -q -R -s -S -u -v, -W FILTER and -X OPTION
        (using Python: Command line and environment).

        --stdlib DIR before these imports modules that PyCoro lacks from the library of a
        Python 3.11 (auto: an installed one); PYCORO_STDLIB says the same.
        --virtual-time before these lets no time pass by waiting: when nothing can run, the clock
        jumps to the next moment that somebody waits for.

        Everything after FILE, CODE or MODULE belongs to the program.
        """;

    // LaunchRequest has taken every valid form before; here it is described for --help.
    private static Command Run()
    {
        var file = new Argument<string>("FILE") { Description = "the script, or - for standard input" };
        var rest = new Argument<string[]>("ARGUMENTS") { Description = "the script's own arguments", Arity = ArgumentArity.ZeroOrMore };
        var code = new Option<string>("-c") { Description = "run this code instead of a file", HelpName = "CODE" };
        var module = new Option<string>("-m") { Description = "run this module instead of a file", HelpName = "MODULE" };
        var command = new Command("run", "Runs a program: run FILE, run -c CODE, run -m MODULE or run -.") { file, rest, code, module };
        command.SetAction(result => Launcher.Run(
            new LaunchRequest(ProgramSource.File, result.GetValue(file)!, result.GetValue(rest) ?? [])));
        return command;
    }

    private static Command Ast()
    {
        var file = new Argument<string>("FILE") { Description = "the source, or - for standard input" };
        var attributes = new Option<bool>("-a", "--include-attributes") { Description = "with line and column of every node" };
        var command = new Command("ast", "Prints the syntax tree as python3 -m ast does.") { file, attributes };
        command.SetAction(result => SourceTools.PrintTree(result.GetValue(file)!, result.GetValue(attributes)));
        return command;
    }

    private static Command Dis()
    {
        var file = new Argument<string>("FILE") { Description = "the source, or - for standard input" };
        var command = new Command("dis", "Prints the bytecode, with nested code and exception tables.") { file };
        command.SetAction(result => SourceTools.PrintBytecode(result.GetValue(file)!));
        return command;
    }
}
