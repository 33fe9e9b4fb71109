// Collects what a [PyType] class declares: its own members and those of C# base classes that are no Python types
// themselves, whose methods belong to every type derived from them.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace PyCoro.Generators.Binding;

internal sealed class TypeModel
{
    public string Name = "";
    public string Module = "builtins";
    public string? Doc;
    public string? Base;
    public bool Subclassable;
    public bool HasDict;
    public bool HasAllocator;
    public bool DeclaresTypeObject;

    /// <summary>The C# class of the instances.</summary>
    public INamedTypeSymbol Instances = null!;
    public bool HidesTypeObject;
    public List<MethodModel> Methods { get; } = new();
    public List<AttributeModel> Attributes { get; } = new();
    public List<ConstantModel> Constants { get; } = new();

    public static TypeModel Read(INamedTypeSymbol type, AttributeData attribute, Problems problems)
    {
        var model = new TypeModel
        {
            Name = (string)attribute.ConstructorArguments[0].Value!,
            Doc = DocumentationText.Of(type),
            DeclaresTypeObject = DeclaresType(type),
            Instances = type,
        };
        bool? isDocumented = null;
        foreach (var argument in attribute.NamedArguments)
        {
            switch (argument.Key)
            {
                case "Module": model.Module = (string)argument.Value.Value!; break;
                case "Subclassable": model.Subclassable = (bool)argument.Value.Value!; break;
                case "IsDocumented": isDocumented = (bool)argument.Value.Value!; break;
                case "HasDict": model.HasDict = (bool)argument.Value.Value!; break;
                case "Instances": model.Instances = (INamedTypeSymbol)argument.Value.Value!; break;
                case "Base": model.Base = ((INamedTypeSymbol)argument.Value.Value!).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat); break;
            }
        }
        model.HasAllocator = model.Subclassable && !type.IsAbstract && type.InstanceConstructors.Any(
            c => c.Parameters.Length == 1 && c.Parameters[0].Type.Name == "Shape");
        for (var b = type.BaseType; b is not null; b = b.BaseType)
            model.HidesTypeObject |= IsPyType(b) || DeclaresType(b);
        if (!SymbolReader.IsPyObject(model.Instances))
            problems.Add(Rules.WrongShape, type, type.Name, "a [PyType] must derive from PyObject, or name its Instances");
        var reader = new SymbolReader(type, model.Instances, problems);
        if (!ReferenceEquals(type, model.Instances))
            model.ReadMembers(type, type, reader, problems);
        for (var declaring = model.Instances; declaring is not null; declaring = declaring.BaseType)
        {
            if (!ReferenceEquals(declaring, model.Instances) && (IsPyType(declaring) || declaring.Name == "PyObject"))
                break;
            model.ReadMembers(declaring, type, reader, problems);
        }
        // What only the runtime makes (iterators, frames, None) says nothing of itself in CPython.
        var isMadeByPrograms = model.Module != "builtins" || model.Subclassable || model.Methods.Any(method => method.Kind == MemberKind.New);
        if (!(isDocumented ?? isMadeByPrograms))
            model.Doc = null;
        return model;
    }

    private static bool IsPyType(INamedTypeSymbol type) => type.GetAttributes().Any(a => a.AttributeClass?.Name == "PyTypeAttribute");

    private static bool DeclaresType(INamedTypeSymbol type) => type.GetMembers("TypeObject").Length > 0;

    private static MemberKind? KindOf(string? attribute) => attribute switch
    {
        "PyMethodAttribute" => MemberKind.Method,
        "PyClassMethodAttribute" => MemberKind.ClassMethod,
        "PyStaticMethodAttribute" => MemberKind.StaticMethod,
        "PyNewAttribute" => MemberKind.New,
        _ => null,
    };

    private void ReadMembers(INamedTypeSymbol declaring, INamedTypeSymbol type, SymbolReader reader, Problems problems)
    {
        var isInherited = !ReferenceEquals(declaring, type);
        var setters = new List<(IMethodSymbol Method, AttributeData Attribute)>();
        var comparisons = new List<MethodModel>();
        foreach (var member in declaring.GetMembers())
        {
            foreach (var attribute in member.GetAttributes())
            {
                var attributeName = attribute.AttributeClass?.Name;
                if (attributeName == "PySetterAttribute" && member is IMethodSymbol setter)
                {
                    setters.Add((setter, attribute));
                    continue;
                }
                if (attributeName == "PyComparisonAttribute" && member is IMethodSymbol comparison)
                {
                    comparisons.AddRange(reader.Comparisons(comparison));
                    continue;
                }
                if (attributeName is not ("PyGetterAttribute" or "PyConstantAttribute") && KindOf(attributeName) is null)
                    continue;
                var name = attributeName == "PyNewAttribute" ? "__new__" : (string)attribute.ConstructorArguments[0].Value!;
                // What the class declares itself overrides what the C# base class brings.
                if (Has(name))
                {
                    if (!isInherited)
                        problems.Add(Rules.Duplicate, member, name, Name);
                    continue;
                }
                if (attributeName == "PyGetterAttribute")
                    ReadGetter(member, attribute, type, reader, problems);
                else if (attributeName == "PyConstantAttribute")
                    ReadConstant(Constants, declaring, member, name, reader, problems);
                else if (member is IMethodSymbol called && reader.Method(called, attribute, KindOf(attributeName)!.Value) is { } read)
                    Methods.Add(read);
            }
        }
        Methods.AddRange(comparisons.Where(method => !Has(method.Name)));
        foreach (var (method, attribute) in setters)
            ReadSetter(method, attribute, problems);
    }

    private bool Has(string name) =>
        Methods.Exists(m => m.Name == name) || Attributes.Exists(a => a.Name == name) || Constants.Exists(c => c.Name == name);

    private void ReadGetter(ISymbol member, AttributeData attribute, INamedTypeSymbol type, SymbolReader reader, Problems problems)
    {
        var model = new AttributeModel
        {
            Name = (string)attribute.ConstructorArguments[0].Value!,
            IsMember = attribute.NamedArguments.Any(a => a.Key == "Member" && a.Value.Value is true),
            Doc = DocumentationText.Of(member),
        };
        ITypeSymbol result;
        if (member is IPropertySymbol property && !property.IsStatic)
        {
            result = property.Type;
            model.Getter = "self." + property.Name;
            model.GetterNeedsSelf = true;
        }
        else if (member is IMethodSymbol method)
        {
            result = method.ReturnType;
            var parameters = method.Parameters.ToList();
            var arguments = new List<string>();
            if (parameters.Count > 0 && parameters[0].Type.Name == "VmThread")
            {
                arguments.Add("thread");
                parameters.RemoveAt(0);
            }
            if (method.IsStatic && parameters.Count > 0)
            {
                arguments.Add(parameters[0].Type.Name == "Value" ? "receiver" : "self");
                model.GetterNeedsSelf = parameters[0].Type.Name != "Value";
                parameters.RemoveAt(0);
            }
            model.GetterNeedsSelf |= !method.IsStatic;
            if (parameters.Count > 0 || (method.IsStatic && arguments.Count == 0))
            {
                problems.Add(Rules.WrongShape, member, member.Name, "a getter takes the thread only (and Value self when it is static)");
                return;
            }
            model.Getter = (method.IsStatic ? method.ContainingType.Name : "self") + $".{method.Name}({string.Join(", ", arguments)})";
        }
        else
        {
            problems.Add(Rules.WrongShape, member, member.Name, "a getter is an instance property or a method");
            return;
        }
        if (model.GetterNeedsSelf && reader.IsUnboxed)
        {
            problems.Add(Rules.WrongShape, member, member.Name, $"must be a static method with 'Value self': not every {type.Name} is an object");
            return;
        }
        model.GetterResult = SymbolReader.ResultOf(result, out model.GetterIsNullable);
        if (model.GetterResult == ConversionKind.Void)
            problems.Add(Rules.UnsupportedType, member, member.Name, "void");
        else if (reader.IsResult(member, result, model.GetterResult))
            Attributes.Add(model);
    }

    private void ReadSetter(IMethodSymbol method, AttributeData attribute, Problems problems)
    {
        var name = (string)attribute.ConstructorArguments[0].Value!;
        var model = Attributes.Find(a => a.Name == name);
        if (model is null)
        {
            problems.Add(Rules.WrongShape, method, method.Name, $"there is no getter of '{name}'");
            return;
        }
        if (model.Setter is not null)
            return;
        var parameters = method.Parameters.ToList();
        var arguments = new List<string>();
        if (parameters.Count > 0 && parameters[0].Type.Name == "VmThread")
        {
            arguments.Add("thread");
            parameters.RemoveAt(0);
        }
        if (method.IsStatic && parameters.Count == 2)
        {
            arguments.Add(parameters[0].Type.Name == "Value" ? "receiver" : "self");
            model.SetterNeedsSelf = parameters[0].Type.Name != "Value";
            parameters.RemoveAt(0);
        }
        model.SetterNeedsSelf |= !method.IsStatic;
        model.SetterResult = SymbolReader.ResultOf(method.ReturnType, out _);
        if (parameters.Count != 1 || parameters[0].Type.Name != "Value" || model.SetterResult is not (ConversionKind.Value or ConversionKind.Void))
        {
            problems.Add(Rules.WrongShape, method, method.Name, "a setter takes the thread and a Value, and returns Value or nothing");
            return;
        }
        arguments.Add("value");
        model.Setter = (method.IsStatic ? method.ContainingType.Name : "self") + $".{method.Name}({string.Join(", ", arguments)})";
    }

    internal static void ReadConstant(
        List<ConstantModel> constants, INamedTypeSymbol declaring, ISymbol member, string name, SymbolReader reader, Problems problems)
    {
        var type = member switch
        {
            IFieldSymbol { IsStatic: true } field => field.Type,
            IPropertySymbol { IsStatic: true } property => property.Type,
            _ => null,
        };
        if (type is null)
        {
            problems.Add(Rules.WrongShape, member, member.Name, "a constant is a static field or property");
            return;
        }
        var kind = SymbolReader.ResultOf(type, out _);
        if (reader.IsResult(member, type, kind))
            constants.Add(new ConstantModel { Name = name, Expression = MethodWriter.Result(kind, false, $"{declaring.Name}.{member.Name}") });
    }
}
