// Writes the binding of each [PyType] class: its TypeObject, its members, the parsing of their arguments. What a class
// says in attributes is all there is: no reflection, no registration at start-up. See docs/architecture.md, "Native types".

using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PyCoro.Generators.Binding;

namespace PyCoro.Generators;

[Generator]
public sealed class PyTypeGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var classes = context.SyntaxProvider.ForAttributeWithMetadataName(
            "PyCoro.Runtime.Binding.PyTypeAttribute",
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) => BindingOutput.Make(found, Render));
        context.RegisterSourceOutput(classes, static (output, binding) => binding.AddTo(output));
    }

    private static string Render(INamedTypeSymbol type, AttributeData attribute, Problems problems)
    {
        var model = TypeModel.Read(type, attribute, problems);
        var source = new StringBuilder();
        MemberWriter.Open(source, type);
        if (model.DeclaresTypeObject)
        {
            source.Append("        internal static NativeTypeSpec MakeSpec() => NativeDefinition.MakeSpec();\n\n");
        }
        else
        {
            source.Append($"        /// <summary>The Python type <c>{model.Name}</c>.</summary>\n");
            source.Append($"        internal static {(model.HidesTypeObject ? "new " : "")}PyType TypeObject\n        {{\n");
            source.Append("            [MethodImpl(MethodImplOptions.AggressiveInlining)]\n            get => NativeDefinition.Type;\n        }\n\n");
        }
        source.Append("        private static unsafe class NativeDefinition\n        {\n");
        var body = new StringBuilder();
        WriteDefinition(body, type, model);
        source.Append(body);
        source.Append("        }\n");
        MemberWriter.Close(source, type);
        return source.ToString();
    }

    private static void WriteDefinition(StringBuilder source, INamedTypeSymbol type, TypeModel model)
    {
        if (!model.DeclaresTypeObject)
            source.Append("        internal static readonly PyType Type = new(MakeSpec());\n\n");
        WriteSpec(source, type, model);
        var writer = new MethodWriter(source, model.Instances.Name, model.Name, null);
        var names = new List<string>();
        var members = new List<(string, bool)>();
        foreach (var method in model.Methods)
        {
            writer.Write(method, method.Name);
            names.Add(Letter(method.Kind) + method.Name);
            members.Add((method.Name, false));
        }
        if (model.HasAllocator && model.Methods.Exists(m => m.Name == "__init__") && !model.Methods.Exists(m => m.Kind == MemberKind.New))
        {
            WriteGenericNew(source, type);
            names.Add("n__new__");
            members.Add(("__new__", false));
        }
        foreach (var attribute in model.Attributes)
        {
            WriteAttribute(source, model.Instances, attribute);
            names.Add((attribute.IsMember ? "f" : "g") + attribute.Name);
            members.Add((attribute.Name, true));
        }
        source.Append("        private static void Populate(NativeTypeBuilder builder)\n        {\n");
        if (names.Count > 0)
            source.Append($"            builder.Members({MethodWriter.Quote(string.Join(" ", names))}, &Describe);\n");
        foreach (var constant in model.Constants)
            source.Append($"            builder.Constant({MethodWriter.Quote(constant.Name)}, {constant.Expression});\n");
        source.Append("        }\n\n");
        MemberWriter.Describe(source, members);
        MemberWriter.Tables(source, writer.Tables);
    }

    private static string Letter(MemberKind kind) => kind switch
    {
        MemberKind.ClassMethod => "c",
        MemberKind.StaticMethod => "s",
        MemberKind.New => "n",
        _ => "m",
    };

    private static void WriteSpec(StringBuilder source, INamedTypeSymbol type, TypeModel model)
    {
        source.Append("        internal static NativeTypeSpec MakeSpec() => new()\n        {\n");
        source.Append($"            Name = {MethodWriter.Quote(model.Name)},\n");
        if (model.Module != "builtins")
            source.Append($"            Module = {MethodWriter.Quote(model.Module)},\n");
        if (model.Doc is not null)
            source.Append($"            Doc = {MethodWriter.Quote(model.Doc)},\n");
        if (type.Name != "PyObject")
            source.Append($"            Base = static () => {model.Base ?? "global::PyCoro.Runtime.Objects.PyObject"}.TypeObject,\n");
        if (model.Subclassable)
            source.Append("            Subclassable = true,\n");
        if (model.HasDict)
            source.Append("            HasDict = true,\n");
        if (model.HasAllocator)
            source.Append($"            Allocate = static shape => new {type.Name}(shape),\n");
        var test = MethodWriter.ReceiverTest(model.Instances.Name, "value", false);
        source.Append($"            IsInstance = static value => {(test == "false" ? "true" : $"!({test})")},\n");
        source.Append("            Populate = Populate,\n        };\n\n");
    }

    /// <summary><c>__new__</c> of a type whose work is in <c>__init__</c>: it takes any arguments and looks at none.</summary>
    private static void WriteGenericNew(StringBuilder source, INamedTypeSymbol type)
    {
        source.Append("        private static Value Entry___new__(VmThread thread, ReadOnlySpan<Value> args, PyTuple? names)\n        {\n");
        source.Append("            if (args.Length - (names is null ? 0 : names.Items.Length) < 1)\n");
        source.Append("                return ArgumentErrors.Method(thread, TypeObject, NativeMethodKind.New, \"__new__\", args, names, 0, -1);\n");
        source.Append("            return Core___new__(thread, args[0]);\n        }\n\n");
        source.Append("        private static Value Core___new__(VmThread thread, Value type) =>\n");
        source.Append($"            ArgumentParsing.ToNew(thread, TypeObject, type) is {{ }} made ? Value.Of(new {type.Name}(made.RootShape)) : Value.Error;\n\n");
        source.Append("        private static void Describe___new__(NativeMethod method) =>\n");
        source.Append("            method.Fill(&Entry___new__, &Core___new__, null, null, \"($type, *args, **kwargs)\", \"Create and return a new object.  See help(type) for accurate signature.\");\n\n");
    }

    private static void WriteAttribute(StringBuilder source, INamedTypeSymbol type, AttributeModel attribute)
    {
        var id = attribute.Name;
        var self = $"            var self = Unsafe.As<{type.Name}>(receiver.Ref!);\n";
        source.Append($"        private static Value Get_{id}(VmThread thread, Value receiver)\n        {{\n");
        if (attribute.GetterNeedsSelf)
            source.Append(self);
        source.Append($"            return {MethodWriter.Result(attribute.GetterResult, attribute.GetterIsNullable, attribute.Getter)};\n        }}\n\n");
        if (attribute.Setter is not null)
        {
            source.Append($"        private static Value Set_{id}(VmThread thread, Value receiver, Value value)\n        {{\n");
            if (attribute.SetterNeedsSelf)
                source.Append(self);
            source.Append(attribute.SetterResult == ConversionKind.Void
                ? $"            {attribute.Setter};\n            return Value.None;\n        }}\n\n"
                : $"            return {attribute.Setter};\n        }}\n\n");
        }
        source.Append($"        private static void Describe_{id}(NativeAttribute attribute) =>\n");
        source.Append($"            attribute.Fill(&Get_{id}, {(attribute.Setter is null ? "null" : "&Set_" + id)}, {MethodWriter.Quote(attribute.Doc)});\n\n");
    }
}
