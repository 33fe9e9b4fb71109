// What all tests here do first: text to code, and the listing of an instruction in one line.

using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax;

namespace PyCoro.Compiler.Tests;

internal static class Compiling
{
    public static CompileResult Compile(string text, CompileMode mode = CompileMode.Exec, int optimize = 0)
    {
        var parsed = PythonSource.Parse(PythonSource.FromString(text, "<test>"), mode switch
        {
            CompileMode.Single => ParseMode.Interactive,
            CompileMode.Eval => ParseMode.Expression,
            _ => ParseMode.File,
        });
        return PythonCompiler.Compile(parsed.Module, new CompileOptions("<test>", mode, Optimize: optimize, Source: parsed.Source));
    }

    public static CodeObject Code(string text, int optimize = 0) => Compile(text, optimize: optimize).Code;

    /// <summary>The code of the first function, class or comprehension in a module.</summary>
    public static CodeObject Inner(this CodeObject code) => code.Consts.OfType<CodeObject>().First();

    public static CodeObject Inner(string text) => Code(text).Inner();

    /// <summary>A code object and all code nested in it.</summary>
    public static IEnumerable<CodeObject> WithNested(CodeObject code) =>
        code.Consts.OfType<CodeObject>().SelectMany(WithNested).Prepend(code);

    /// <summary>Opcodes without operands, one line.</summary>
    public static string Opcodes(this CodeObject code) => string.Join(" ", code.Instructions.Select(i => i.Op.ToString()));

    public static PythonSyntaxException Error(string text) => Should.Throw<PythonSyntaxException>(() => Compile(text));
}
