// Runs the binding generators over a source and says what came out.

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PyCoro.Generators.Tests;

/// <summary>What the generators made of a source.</summary>
internal sealed class Generated
{
    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.Latest).WithDocumentationMode(DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private Generated(string text, ImmutableArray<Diagnostic> problems, ImmutableArray<Diagnostic> compilerErrors)
    {
        Text = text;
        Problems = [.. problems.Select(problem => problem.Id)];
        CompilerErrors = [.. compilerErrors.Select(error => error.ToString())];
    }

    /// <summary>All generated files.</summary>
    public string Text { get; }

    /// <summary>Ids of the errors the generators reported.</summary>
    public string[] Problems { get; }

    /// <summary>Errors of the C# compiler in source and generated files together.</summary>
    public string[] CompilerErrors { get; }

    /// <summary>Runs the generators over members of a partial class of a native type.</summary>
    public static Generated FromMembers(string members) => From($$"""
        /// <summary>A thing.</summary>
        [PyType("thing", Subclassable = true)]
        internal sealed partial class PyThing : PyObject
        {
            internal PyThing(Shape shape) : base(shape) { }
            {{members}}
        }
        """);

    /// <summary>Runs the generators over a source.</summary>
    public static Generated From(string source)
    {
        var usings = "using System.Numerics; using PyCoro.Runtime.Binding; using PyCoro.Runtime.Objects; " +
            "using PyCoro.Runtime.Threads; using PyCoro.Runtime.Values;\n";
        var compilation = CSharpCompilation.Create(
            "Test",
            [Parse(Resource("Attributes.cs")), Parse(Resource("Runtime.cs")), Parse(usings + source)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(
            [new PyTypeGenerator().AsSourceGenerator(), new PyModuleGenerator().AsSourceGenerator()], parseOptions: Options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var problems);
        var added = updated.SyntaxTrees.Skip(compilation.SyntaxTrees.Length);
        var errors = updated.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error);
        return new Generated(string.Join("\n", added), problems, [.. errors]);
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, Options);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Generated).Assembly.GetManifestResourceStream(name)!);
        var text = reader.ReadToEnd();
        return name == "Attributes.cs" ? "using System;\n" + text : text;
    }
}
