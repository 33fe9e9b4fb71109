// The tools that show what the stages make of a source. They stop at the stage they show: nothing is run.

using PyCoro.Compiler;
using PyCoro.Runtime.Hosting;
using PyCoro.Syntax;

namespace PyCoro.Cli;

/// <summary>The commands <c>ast</c> and <c>dis</c>.</summary>
internal static class SourceTools
{
    /// <summary>Prints the syntax tree as <c>python3 -m ast</c> does.</summary>
    public static int PrintTree(string file, bool withAttributes) => Show(file, (source, output) =>
    {
        AstDump.Write(PythonSource.Parse(source, ParseMode.File).Module, output, withAttributes);
        output.Write('\n');
    });

    /// <summary>Prints the bytecode, nested code and exception tables included.</summary>
    public static int PrintBytecode(string file) => Show(file, (source, output) =>
    {
        var parsed = PythonSource.Parse(source, ParseMode.File);
        var options = new CompileOptions(source.FileName, CompileMode.Exec, Source: source);
        Disassembler.Write(PythonCompiler.Compile(parsed.Module, options).Code, output);
    });

    private static int Show(string file, Action<SourceText, TextWriter> show)
    {
        var name = file == "-" ? "<stdin>" : file;
        byte[] bytes;
        try
        {
            bytes = file == "-" ? ReadInput() : File.ReadAllBytes(file);
        }
        catch (Exception exception) when (FileProblem.IsOne(exception))
        {
            Console.Error.WriteLine($"pycoro: can't open file '{Path.GetFullPath(file)}': {FileProblem.Describe(file, exception)}");
            return ExitStatus.Usage;
        }
        // Deep trees are walked recursively, so this needs a stack as large as running them does.
        var status = ExitStatus.InternalError;
        var worker = new Thread(() => status = Show(bytes, name, show), PythonProgram.StackSize);
        worker.Start();
        worker.Join();
        return status;
    }

    private static int Show(byte[] bytes, string name, Action<SourceText, TextWriter> show)
    {
        try
        {
            // Text first, so that a source that turns out to be wrong prints nothing but its error.
            using var text = new StringWriter { NewLine = "\n" };
            show(PythonSource.Decode(bytes, name), text);
            using var output = new StreamWriter(StandardStream.Open(1));
            output.Write(text.GetStringBuilder());
            return ExitStatus.Success;
        }
        catch (PythonSyntaxException error)
        {
            Console.Error.Write(SyntaxErrorText.Format(error));
            return ExitStatus.Failure;
        }
        catch (IOException)
        {
            // Who reads has closed the pipe, which is what `| head` does.
            return ExitStatus.FlushFailed;
        }
        catch (Exception exception)
        {
            return InternalError.Report(exception, name);
        }
    }

    private static byte[] ReadInput()
    {
        using var input = StandardStream.Open(0);
        using var all = new MemoryStream();
        input.CopyTo(all);
        return all.ToArray();
    }
}
