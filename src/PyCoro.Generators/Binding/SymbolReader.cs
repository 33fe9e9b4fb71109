// Reads methods, getters and constants from Roslyn's symbols into the model, with an error for each rule of Attributes.cs
// that is broken.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PyCoro.Generators.Binding;

internal sealed class SymbolReader(INamedTypeSymbol owner, INamedTypeSymbol instances, Problems problems)
{
    /// <summary>Most parameters with the receiver: the runtime's ArgumentBuffer has so many places.</summary>
    private const int MaxFormals = 16;

    private static readonly SymbolDisplayFormat FullName = SymbolDisplayFormat.FullyQualifiedFormat;

    /// <summary>The method of an attribute; null with an error when it breaks a rule.</summary>
    internal MethodModel? Method(IMethodSymbol method, AttributeData attribute, MemberKind kind)
    {
        var model = new MethodModel
        {
            Name = kind == MemberKind.New ? "__new__" : (string)attribute.ConstructorArguments[0].Value!,
            Kind = kind,
            CSharpName = method.Name,
            DeclaringClass = method.ContainingType.Name,
            IsStatic = method.IsStatic,
            Doc = DocumentationText.Of(method),
        };
        if (kind != MemberKind.Method && !method.IsStatic)
            return Fail(method, "must be static");
        if (kind == MemberKind.Method && !method.IsStatic && IsUnboxed)
            return Fail(method, $"must be static with the receiver as 'Value self': not every {owner.Name} is an object");
        var parameters = method.Parameters.ToList();
        if (parameters.Count > 0 && parameters[0].Type.Name == "VmThread")
        {
            model.TakesThread = true;
            parameters.RemoveAt(0);
        }
        if (method.IsStatic && model.Receivers == 1)
        {
            if (parameters.Count == 0 || !IsReceiver(parameters[0].Type, kind))
                return Fail(method, kind == MemberKind.Method
                    ? "is static, so the receiver must come first, as 'Value self'" : "must take the PyType first");
            model.ReceiverParameter = parameters[0].Type.Name;
            parameters.RemoveAt(0);
        }
        if (parameters.Count > 0 && parameters[parameters.Count - 1].GetAttributes().Any(a => a.AttributeClass?.Name == "KeywordsAttribute"))
        {
            var keywords = parameters[parameters.Count - 1].Type.Name;
            if (keywords is not ("PyDict" or "PyTuple"))
                return Fail(method, "[Keywords] must be a PyDict? (or a PyTuple? of their names)");
            model.HasVarKeywords = true;
            model.IsRaw = keywords == "PyTuple";
            parameters.RemoveAt(parameters.Count - 1);
            if (model.IsRaw && (parameters.Count != 1 || !IsValueSpan(parameters[0].Type)))
                return Fail(method, "a [Keywords] PyTuple? comes with a ReadOnlySpan<Value> and nothing else");
        }
        if (parameters.Count > 0 && IsValueSpan(parameters[parameters.Count - 1].Type))
        {
            model.HasVarArgs = true;
            parameters.RemoveAt(parameters.Count - 1);
        }
        var text = attribute.NamedArguments.FirstOrDefault(a => a.Key == "Signature").Value.Value as string;
        if (!ReadParameters(method, model, parameters, text))
            return null;
        if (model.Formals > MaxFormals)
            return Fail(method, $"has more than {MaxFormals} parameters");
        model.Result = ResultOf(method.ReturnType, out model.ResultIsNullable);
        if (method.ReturnsByRef || !IsResult(method, method.ReturnType, model.Result))
            return null;
        return model;
    }

    /// <summary>The six methods of a [PyComparison]; none with an error when it breaks the rule.</summary>
    internal IEnumerable<MethodModel> Comparisons(IMethodSymbol method)
    {
        if (method.IsStatic || method.ReturnType.Name != "Value"
            || !method.Parameters.Select(static parameter => parameter.Type.Name).SequenceEqual(["VmThread", "CompareOperation", "Value"]))
        {
            Fail(method, "must be an instance method that takes the VmThread, a CompareOperation and a Value, and returns a Value");
            return [];
        }
        return Operators.Select(entry => new MethodModel
        {
            Name = $"__{entry.Name.ToLowerInvariant()}__",
            Kind = MemberKind.Method,
            CSharpName = method.Name,
            DeclaringClass = method.ContainingType.Name,
            TakesThread = true,
            LeadingArgument = "global::PyCoro.Compiler.Bytecode.CompareOperation." + entry.Name,
            Parameters = { new ParameterModel { Name = "value", Conversion = ConversionKind.Value } },
            PositionalOnly = 1,
            Positional = 1,
            Result = ConversionKind.Value,
            TextSignature = "($self, value, /)",
            Doc = $"Return self{entry.Symbol}value.",
        });
    }

    private static readonly (string Name, string Symbol)[] Operators =
        [("Eq", "=="), ("Ne", "!="), ("Lt", "<"), ("Le", "<="), ("Gt", ">"), ("Ge", ">=")];

    /// <summary>The result conversion of a getter, constant or method; reports an unsupported type.</summary>
    internal bool IsResult(ISymbol at, ITypeSymbol type, ConversionKind kind)
    {
        if (kind != ConversionKind.Object || IsPyObject(type))
            return true;
        problems.Add(Rules.UnsupportedType, at, at.Name, type.ToDisplayString());
        return false;
    }

    internal static ConversionKind ResultOf(ITypeSymbol type, out bool isNullable)
    {
        isNullable = type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated;
        return type.SpecialType == SpecialType.System_Void ? ConversionKind.Void : KindOf(type);
    }

    internal static ConversionKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int64 => ConversionKind.Int64,
        SpecialType.System_Int32 => ConversionKind.Int32,
        SpecialType.System_Double => ConversionKind.Double,
        SpecialType.System_Boolean => ConversionKind.Bool,
        SpecialType.System_String => ConversionKind.String,
        _ => type.Name switch
        {
            "Value" when type.IsValueType => ConversionKind.Value,
            "BigInteger" => ConversionKind.BigInteger,
            _ => ConversionKind.Object,
        },
    };

    internal static bool IsPyObject(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == "PyObject")
                return true;
        }
        return false;
    }

    /// <summary>Some values of the type are no objects: ints, floats, and so any object.</summary>
    internal bool IsUnboxed => instances.Name is "PyObject" or "PyInt" or "PyFloat";

    private static bool IsValueSpan(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "ReadOnlySpan" } span && span.TypeArguments[0].Name == "Value";

    private bool IsReceiver(ITypeSymbol type, MemberKind kind) =>
        kind is MemberKind.New or MemberKind.ClassMethod
            ? type.Name == "PyType"
            : type.Name == "Value" || SymbolEqualityComparer.Default.Equals(type, instances);

    private bool ReadParameters(IMethodSymbol method, MethodModel model, List<IParameterSymbol> parameters, string? text)
    {
        PythonSignature? signature = null;
        if (text is not null)
        {
            signature = PythonSignature.Parse(text, out var error);
            if (signature is null)
                return Bad(method, error);
            if (signature.Parameters.Count != parameters.Count)
                return Bad(method, $"Signature has {signature.Parameters.Count} parameters, the C# method {parameters.Count}");
            if ((signature.VarArgs is not null) != model.HasVarArgs)
                return Bad(method, "Signature and the C# method must agree on *args (a ReadOnlySpan<Value>)");
            if ((signature.VarKeywords is not null) != model.HasVarKeywords)
                return Bad(method, "Signature and the C# method must agree on **kwargs (a [Keywords] PyDict?)");
        }
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = ReadParameter(method, parameters[i], signature?.Parameters[i]);
            if (parameter is null)
                return false;
            model.Parameters.Add(parameter);
        }
        model.PositionalOnly = signature?.PositionalOnly ?? parameters.Count;
        model.Positional = signature?.Positional ?? parameters.Count;
        model.TextSignature = TextSignature(model, signature);
        return true;
    }

    private ParameterModel? ReadParameter(IMethodSymbol method, IParameterSymbol parameter, PythonSignature.Parameter? declared)
    {
        var type = parameter.Type;
        var model = new ParameterModel { Name = declared?.Name ?? SnakeCase(parameter.Name) };
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
            model.IsNullable = true;
        }
        else if (type.IsReferenceType)
        {
            model.IsNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        }
        model.Conversion = KindOf(type);
        if (parameter.RefKind != RefKind.None ||
            (model.Conversion == ConversionKind.Object && (!IsPyObject(type) || type.Name is "PyObject" or "PyInt" or "PyFloat")))
        {
            problems.Add(Rules.UnsupportedType, parameter, $"{method.Name}({parameter.Name})", parameter.Type.ToDisplayString());
            return null;
        }
        model.ClassName = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(FullName);
        model.PythonClass = PythonClassOf(type);
        model.IsRequired = declared is null ? !parameter.HasExplicitDefaultValue : declared.Default is null;
        if (model.IsRequired || model.Conversion == ConversionKind.Value)
        {
            model.DefaultText = declared is null ? "None" : declared.Default;
            return model;
        }
        model.Default = parameter.HasExplicitDefaultValue
            ? Literal(parameter.ExplicitDefaultValue, model.Conversion)
            : FromPython(declared!.Default!, model);
        model.DefaultText = declared?.Default ?? PythonLiteral(parameter.ExplicitDefaultValue);
        if (model.Default is not null)
            return model;
        problems.Add(Rules.BadSignature, method, method.Name, $"parameter '{model.Name}' needs a C# default");
        return null;
    }

    /// <summary>The type's Python name in messages: known from its attribute, else asked at run time.</summary>
    private static string PythonClassOf(ITypeSymbol type)
    {
        var attribute = type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "PyTypeAttribute");
        return attribute is null ? type.Name : attribute.ConstructorArguments[0].Value as string ?? type.Name;
    }

    private static string Literal(object? value, ConversionKind kind) => value switch
    {
        null => kind is ConversionKind.String or ConversionKind.Object ? "null" : "default",
        bool flag => flag ? "true" : "false",
        string text => SymbolDisplay.FormatLiteral(text, true),
        double number when double.IsNaN(number) => "double.NaN",
        double number when double.IsPositiveInfinity(number) => "double.PositiveInfinity",
        double number when double.IsNegativeInfinity(number) => "double.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string PythonLiteral(object? value) => value switch
    {
        null => "None",
        bool flag => flag ? "True" : "False",
        string text => "'" + text.Replace("\\", "\\\\").Replace("'", "\\'") + "'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string? FromPython(string text, ParameterModel parameter)
    {
        if (parameter.IsNullable && (text == "None" || text[0] == '<'))
            return "null";
        return parameter.Conversion switch
        {
            ConversionKind.Int64 or ConversionKind.Int32 when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => text,
            ConversionKind.BigInteger when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => text,
            ConversionKind.Double when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => text + "d",
            ConversionKind.Bool when text is "True" or "False" => text.ToLowerInvariant(),
            ConversionKind.String when text.Length >= 2 && text[0] is '\'' or '"' && text.IndexOf('\\') < 0 =>
                SymbolDisplay.FormatLiteral(text.Substring(1, text.Length - 2), true),
            _ => null,
        };
    }

    private static string TextSignature(MethodModel model, PythonSignature? signature)
    {
        var parts = new List<string>();
        if (model.Kind != MemberKind.StaticMethod)
            parts.Add(model.Kind switch { MemberKind.Method => "$self", MemberKind.Function => "$module", _ => "$type" });
        if (model.PositionalOnly == 0 && parts.Count > 0)
            parts.Add("/");
        for (var i = 0; i < model.Parameters.Count; i++)
        {
            if (i == model.Positional && (model.HasVarArgs || i < model.Parameters.Count))
                parts.Add("*" + (model.HasVarArgs ? signature?.VarArgs ?? "args" : ""));
            var parameter = model.Parameters[i];
            parts.Add(parameter.IsRequired ? parameter.Name : parameter.Name + "=" + parameter.DefaultText);
            if (i + 1 == model.PositionalOnly)
                parts.Add("/");
        }
        if (model.HasVarArgs && model.Positional == model.Parameters.Count)
            parts.Add("*" + (signature?.VarArgs ?? "args"));
        if (model.HasVarKeywords)
            parts.Add("**" + (signature?.VarKeywords ?? "kwargs"));
        return "(" + string.Join(", ", parts) + ")";
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }

    private MethodModel? Fail(ISymbol at, string message)
    {
        problems.Add(Rules.WrongShape, at, at.Name, message);
        return null;
    }

    private bool Bad(ISymbol at, string message)
    {
        problems.Add(Rules.BadSignature, at, at.Name, message);
        return false;
    }
}
