// Writes the NativeModule of each [PyModule] class: functions, types, constants and what to run when a module is made.

using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyCoro.Generators.Binding;

namespace PyCoro.Generators;

[Generator]
public sealed class PyModuleGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var classes = context.SyntaxProvider.ForAttributeWithMetadataName(
            "PyCoro.Runtime.Binding.PyModuleAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) => BindingOutput.Make(found, Render));
        context.RegisterSourceOutput(classes, static (output, binding) => binding.AddTo(output));
    }

    private static string Render(INamedTypeSymbol type, AttributeData attribute, Problems problems)
    {
        var name = (string)attribute.ConstructorArguments[0].Value!;
        var reader = new SymbolReader(type, type, problems);
        var constants = new List<ConstantModel>();
        var methods = new List<MethodModel>();
        IMethodSymbol? initialize = null;
        foreach (var member in type.GetMembers())
        {
            foreach (var mark in member.GetAttributes())
            {
                switch (mark.AttributeClass?.Name)
                {
                    case "PyFunctionAttribute" when member is IMethodSymbol method:
                        if (reader.Method(method, mark, MemberKind.Function) is { } read)
                            methods.Add(read);
                        break;
                    case "PyConstantAttribute":
                        TypeModel.ReadConstant(constants, type, member, (string)mark.ConstructorArguments[0].Value!, reader, problems);
                        break;
                    case "PyModuleInitAttribute":
                        initialize = (IMethodSymbol)member;
                        break;
                }
            }
        }
        foreach (var twice in methods.Select(m => m.Name).Concat(constants.Select(c => c.Name)).GroupBy(n => n).Where(g => g.Count() > 1))
            problems.Add(Rules.Duplicate, type, twice.Key, name);
        if (problems.All.Count > 0)
            methods = methods.GroupBy(m => m.Name).Select(g => g.First()).ToList();
        var source = new StringBuilder();
        MemberWriter.Open(source, type);
        source.Append($"        /// <summary>The module <c>{name}</c>.</summary>\n");
        source.Append("        internal static NativeModule Definition => NativeDefinition.Module;\n\n");
        source.Append("        private static unsafe class NativeDefinition\n        {\n");
        source.Append("        internal static readonly NativeModule Module = new()\n        {\n");
        source.Append($"            Name = {MethodWriter.Quote(name)},\n            Doc = {MethodWriter.Quote(DocumentationText.Of(type))},\n");
        source.Append("            Initialize = Initialize,\n        };\n\n");
        var writer = new MethodWriter(source, type.Name, name, name == "builtins" ? null : name);
        foreach (var method in methods)
            writer.Write(method, method.Name);
        WriteInitialize(source, type, name, attribute, methods, constants, initialize);
        MemberWriter.Describe(source, methods.Select(m => (m.Name, false)).ToList());
        MemberWriter.Tables(source, writer.Tables);
        source.Append("        }\n");
        MemberWriter.Close(source, type);
        return source.ToString();
    }

    private static void WriteInitialize(
        StringBuilder source, INamedTypeSymbol type, string name, AttributeData attribute,
        List<MethodModel> methods, List<ConstantModel> constants, IMethodSymbol? initialize)
    {
        source.Append("        private static Value Initialize(VmThread thread, PyModule module)\n        {\n");
        source.Append($"            var builder = new NativeModuleBuilder(module, {MethodWriter.Quote(name)});\n");
        if (methods.Count > 0)
            source.Append($"            builder.Functions({MethodWriter.Quote(string.Join(" ", methods.Select(m => m.Name)))}, &Describe);\n");
        var types = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Types").Value;
        if (types.Kind == TypedConstantKind.Array)
        {
            foreach (var item in types.Values)
                source.Append($"            builder.Type({((ITypeSymbol)item.Value!).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.TypeObject);\n");
        }
        foreach (var constant in constants)
            source.Append($"            builder.Constant({MethodWriter.Quote(constant.Name)}, {constant.Expression});\n");
        source.Append(initialize is null
            ? "            return Value.None;\n        }\n\n"
            : $"            return {type.Name}.{initialize.Name}(thread, module);\n        }}\n\n");
    }
}
