// Writes the C# of one native method: a core that converts what it is given, calls the method and converts its result;
// entries that lay out the arguments for the core; and the description the runtime asks for on first use.

using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace PyCoro.Generators.Binding;

internal sealed class MethodWriter(StringBuilder source, string className, string pythonType, string? module)
{
    private const string Fail = "return Value.Error;";

    /// <summary>The parameter tables that Bind needs, in C#.</summary>
    public List<string> Tables { get; } = new();

    /// <summary>Writes everything for a method whose identifier in generated code is <paramref name="id"/>.</summary>
    public void Write(MethodModel method, string id)
    {
        WriteCore(method, id);
        WriteEntry(method, id);
        var entries = string.Join(", ", Enumerable.Range(1, 3).Select(count => FixedEntry(method, id, count)));
        source.Append($"        private static void Describe_{id}(NativeMethod method) =>\n");
        source.Append($"            method.Fill(&Entry_{id}, {entries}, {Quote(method.TextSignature)}, {Quote(method.Doc)});\n\n");
    }

    /// <summary>The C# expression that makes a Value of a result.</summary>
    internal static string Result(ConversionKind kind, bool isNullable, string expression) => kind switch
    {
        ConversionKind.Value => expression,
        ConversionKind.Int64 or ConversionKind.Int32 or ConversionKind.BigInteger => $"Value.Int({expression})",
        ConversionKind.Double => $"Value.Float({expression})",
        ConversionKind.Bool => $"Value.Bool({expression})",
        ConversionKind.String when !isNullable => $"Value.Str({expression})",
        ConversionKind.Object when !isNullable => $"Value.Of({expression})",
        _ => $"ArgumentParsing.OrNone(thread, {expression})",
    };

    internal static string Quote(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, true);

    /// <summary>C# that leaves when <paramref name="value"/> is no receiver of the class; declares <c>self</c> if it can.</summary>
    internal static string ReceiverTest(string className, string value, bool declareSelf) => className switch
    {
        "PyObject" => "false",
        "PyInt" => $"{value}.Ref is not (null or PyInt)",
        "PyFloat" => $"!({value}.IsFloat || {value}.Ref is PyFloat)",
        _ => declareSelf ? $"{value}.Ref is not {className} self" : $"{value}.Ref is not {className}",
    };

    private static string KindName(MethodModel method) => "NativeMethodKind." + method.Kind;

    private string FunctionName(MethodModel method) =>
        method.Kind == MemberKind.New || method.Name == "__init__" ? pythonType : method.Name;

    private void WriteCore(MethodModel method, string id)
    {
        source.Append($"        private static Value Core_{id}({CoreParameters(method)})\n        {{\n");
        var arguments = new List<string>();
        if (method.TakesThread)
            arguments.Add("thread");
        if (method.LeadingArgument is not null)
            arguments.Add(method.LeadingArgument);
        WriteReceiver(method, arguments);
        for (var i = 0; i < method.Parameters.Count; i++)
            arguments.Add(WriteConversion(method, i));
        if (method.HasVarArgs)
            arguments.Add("rest");
        if (method.HasVarKeywords)
            arguments.Add("keywords");
        var target = method.IsStatic ? method.DeclaringClass : "self";
        var call = $"{target}.{method.CSharpName}({string.Join(", ", arguments)})";
        source.Append(method.Result == ConversionKind.Void
            ? $"            {call};\n            return Value.None;\n"
            : $"            return {Result(method.Result, method.ResultIsNullable, call)};\n");
        source.Append("        }\n\n");
    }

    private void WriteReceiver(MethodModel method, List<string> arguments)
    {
        switch (method.Kind)
        {
            case MemberKind.Method:
                var needsSelf = !method.IsStatic || method.ReceiverParameter != "Value";
                var test = ReceiverTest(className, "a0", needsSelf);
                if (test != "false")
                    source.Append($"            if ({test})\n                return ArgumentErrors.Receiver(thread, TypeObject, {Quote(method.Name)}, a0);\n");
                if (method.IsStatic)
                    arguments.Add(needsSelf ? "self" : "a0");
                break;
            case MemberKind.New:
                source.Append("            if (ArgumentParsing.ToNew(thread, TypeObject, a0) is not { } type)\n                return Value.Error;\n");
                arguments.Add("type");
                break;
            case MemberKind.ClassMethod:
                source.Append("            var type = (PyType)a0.Ref!;\n");
                arguments.Add("type");
                break;
        }
    }

    /// <summary>Writes the conversion of a parameter and returns the C# argument.</summary>
    private string WriteConversion(MethodModel method, int index)
    {
        var parameter = method.Parameters[index];
        var value = "a" + (method.Receivers + index);
        var local = "p" + index;
        if (parameter.Conversion == ConversionKind.Value)
            return value;
        var skip = new List<string>();
        if (!parameter.IsRequired)
            skip.Add($"!{value}.IsUnbound");
        if (parameter.IsNullable)
            skip.Add($"!{value}.IsNone");
        var type = CSharpType(parameter);
        if (skip.Count == 0 && !parameter.IsNullable)
        {
            source.Append("            " + Convert(method, index, value, local) + "\n");
            return Unwrap(parameter, local);
        }
        var declared = parameter.IsNullable ? type + "?" : type;
        var absent = parameter.IsRequired ? "null" : parameter.Default;
        var inner = "q" + index;
        source.Append($"            {declared} {local} = {absent};\n");
        source.Append($"            if ({string.Join(" && ", skip)})\n            {{\n");
        source.Append("                " + Convert(method, index, value, inner) + "\n");
        source.Append($"                {local} = {Unwrap(parameter, inner)};\n            }}\n");
        // An explicit None is null even when the default is something else.
        if (parameter is { IsNullable: true, IsRequired: false, Default: not ("null" or "default") })
            source.Append($"            else if ({value}.IsNone)\n            {{\n                {local} = null;\n            }}\n");
        return local;
    }

    private string Convert(MethodModel method, int index, string value, string local)
    {
        var parameter = method.Parameters[index];
        return parameter.Conversion switch
        {
            ConversionKind.Int64 => Try("ToInt64"),
            ConversionKind.Int32 => Try("ToInt32"),
            ConversionKind.Double => Try("ToDouble"),
            ConversionKind.Bool => Try("ToBool"),
            ConversionKind.BigInteger => Try("ToBigInteger"),
            ConversionKind.String => Is("PyStr", "str"),
            _ => Is(parameter.ClassName, parameter.PythonClass),
        };

        string Try(string conversion) =>
            $"if (!ArgumentParsing.{conversion}(thread, {value}, out var {local})) {Fail}";

        string Is(string type, string expected)
        {
            var single = method is { Positional: 1, HasVarArgs: false } && method.IsPositionalOnly && method.Parameters[0].IsRequired;
            var name = single ? "argument" : index < method.PositionalOnly ? $"argument {index + 1}" : $"argument '{parameter.Name}'";
            if (parameter.IsNullable)
                expected += " or None";
            return $"if ({value}.Ref is not {type} {local}) return ArgumentErrors.BadArgument(thread, {Quote(FunctionName(method))}, {Quote(name)}, {Quote(expected)}, {value});";
        }
    }

    private static string Unwrap(ParameterModel parameter, string local) =>
        parameter.Conversion == ConversionKind.String ? local + ".Text" : local;

    private static string CSharpType(ParameterModel parameter) => parameter.Conversion switch
    {
        ConversionKind.Int64 => "long",
        ConversionKind.Int32 => "int",
        ConversionKind.Double => "double",
        ConversionKind.Bool => "bool",
        ConversionKind.BigInteger => "global::System.Numerics.BigInteger",
        ConversionKind.String => "string",
        _ => parameter.ClassName,
    };

    private static string CoreParameters(MethodModel method)
    {
        var parts = new List<string> { "VmThread thread" };
        for (var i = 0; i < method.Formals; i++)
            parts.Add("Value a" + i);
        if (method.HasVarArgs)
            parts.Add("ReadOnlySpan<Value> rest");
        if (method.HasVarKeywords)
            parts.Add(method.IsRaw ? "PyTuple? keywords" : "PyDict? keywords");
        return string.Join(", ", parts);
    }

    private void WriteEntry(MethodModel method, string id)
    {
        var first = method.Receivers + method.Least;
        var last = method.Receivers + method.Positional;
        source.Append($"        private static Value Entry_{id}(VmThread thread, ReadOnlySpan<Value> args, PyTuple? names)\n        {{\n");
        if (method.IsPositionalOnly)
        {
            // What a subclass adds in the other half of construction is not this half's business.
            if (method.Kind == MemberKind.New || method.Name == "__init__")
                source.Append($"            if (names is not null)\n                ArgumentParsing.DropForeignKeywords(TypeObject, {KindName(method)}, ref args, ref names);\n");
            var tests = new List<string> { "names is not null" };
            if (method.HasVarArgs && first > 0)
                tests.Add($"args.Length < {first}");
            else if (!method.HasVarArgs && first == last)
                tests.Add($"args.Length != {first}");
            else if (!method.HasVarArgs)
                tests.Add(first == 0 ? $"args.Length > {last}" : $"args.Length < {first} || args.Length > {last}");
            source.Append($"            if ({string.Join(" || ", tests)})\n                return {CountError(method)};\n");
            source.Append($"            return {CallCore(method, id, first, "args")};\n        }}\n\n");
            return;
        }
        if (method.Parameters.Count == 0)
        {
            if (method.Receivers > 0)
                source.Append($"            if (args.Length - (names is null ? 0 : names.Items.Length) < 1)\n                return {CountError(method)};\n");
            if (!method.HasVarArgs)
                source.Append($"            if (args.Length - (names is null ? 0 : names.Items.Length) > {last})\n                return {CountError(method, "null")};\n");
            var receiver = method.Receivers > 0 ? ", args[0]" : "";
            if (method.IsRaw)
            {
                source.Append($"            return Core_{id}(thread{receiver}, args[{method.Receivers}..], names);\n        }}\n\n");
                return;
            }
            var rest = method.HasVarArgs ? $", ArgumentParsing.Rest(args, names, {method.Receivers})" : "";
            source.Append($"            return Core_{id}(thread{receiver}{rest}, ArgumentParsing.Keywords(args, names));\n        }}\n\n");
            return;
        }
        if (!method.HasRequiredKeyword)
        {
            var most = method.HasVarArgs ? "" : $" && args.Length <= {last}";
            var least = first == 0 ? "" : $" && args.Length >= {first}";
            source.Append($"            if (names is null{least}{most})\n");
            source.Append($"                return {CallCore(method, id, first, "args")};\n");
        }
        source.Append($"            return Keywords_{id}(thread, args, names);\n        }}\n\n");
        WriteKeywords(method, id, last);
    }

    private void WriteKeywords(MethodModel method, string id, int last)
    {
        var names = string.Join(" ", method.Parameters.Select(p => (p.IsRequired ? "!" : "") + p.Name));
        var function = FunctionName(method);
        var noReceiver = method.Kind switch
        {
            MemberKind.New => $"{pythonType}.__new__(): not enough arguments",
            MemberKind.Method when method.Name != "__init__" => $"unbound method {pythonType}.{method.Name}() needs an argument",
            MemberKind.Method or MemberKind.ClassMethod => $"descriptor '{method.Name}' of '{pythonType}' object needs an argument",
            _ => null,
        };
        Tables.Add($"internal static readonly ParameterTable {id} = new({Quote(function)}, {Quote(names)}, {method.PositionalOnly}, " +
            $"{method.Positional}, {Quote(noReceiver)}, {Bool(method.HasVarArgs)}, {Bool(method.HasVarKeywords)});");
        // Apart from the entry, so that the buffer is not cleared for calls without keywords.
        source.Append("        [MethodImpl(MethodImplOptions.NoInlining)]\n");
        source.Append($"        private static Value Keywords_{id}(VmThread thread, ReadOnlySpan<Value> args, PyTuple? names)\n        {{\n");
        source.Append("            ArgumentBuffer buffer = default;\n            Span<Value> bound = buffer;\n");
        source.Append($"            if (!ArgumentParsing.Bind(thread, Tables.{id}, args, names, bound, out var keywords))\n                return Value.Error;\n");
        var parts = new List<string> { "thread" };
        for (var i = 0; i < method.Formals; i++)
            parts.Add($"bound[{i}]");
        if (method.HasVarArgs)
            parts.Add($"ArgumentParsing.Rest(args, names, {last})");
        if (method.HasVarKeywords)
            parts.Add("keywords");
        source.Append($"            return Core_{id}({string.Join(", ", parts)});\n        }}\n\n");
    }

    private static string CallCore(MethodModel method, string id, int first, string args)
    {
        var last = method.Receivers + method.Positional;
        var parts = new List<string> { "thread" };
        for (var i = 0; i < method.Formals; i++)
            parts.Add(i < first ? $"{args}[{i}]" : i < last ? $"{args}.Length > {i} ? {args}[{i}] : Value.Unbound" : "Value.Unbound");
        if (method.HasVarArgs)
            parts.Add(first == last ? $"{args}[{last}..]" : $"ArgumentParsing.Rest({args}, null, {last})");
        if (method.HasVarKeywords)
            parts.Add("null");
        return $"Core_{id}({string.Join(", ", parts)})";
    }

    private string CountError(MethodModel method, string names = "names")
    {
        var most = method.HasVarArgs ? -1 : method.Positional;
        return method.Kind == MemberKind.Function
            ? $"ArgumentErrors.Function(thread, {Quote(module)}, {Quote(method.Name)}, args, {names}, {method.Least}, {most})"
            : $"ArgumentErrors.Method(thread, TypeObject, {KindName(method)}, {Quote(method.Name)}, args, {names}, {method.Least}, {most})";
    }

    /// <summary>The entry for an exact number of positional arguments, written when it is not the core itself.</summary>
    private string FixedEntry(MethodModel method, string id, int count)
    {
        if (method.HasVarArgs || method.HasRequiredKeyword ||
            count < method.Receivers + method.Least || count > method.Receivers + method.Positional)
            return "null";
        if (count == method.Formals && !method.HasVarKeywords)
            return "&Core_" + id;
        var parameters = string.Concat(Enumerable.Range(0, count).Select(i => $", Value a{i}"));
        var arguments = string.Concat(Enumerable.Range(0, method.Formals).Select(i => i < count ? $", a{i}" : ", Value.Unbound"));
        var keywords = method.HasVarKeywords ? ", null" : "";
        source.Append($"        private static Value Entry{count}_{id}(VmThread thread{parameters}) => Core_{id}(thread{arguments}{keywords});\n\n");
        return $"&Entry{count}_{id}";
    }

    private static string Bool(bool flag) => flag ? "true" : "false";
}
