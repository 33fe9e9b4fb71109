// What a member of a native type or module says about itself, freed from Roslyn's symbols. Readers make it, writers use it.

using System.Collections.Generic;

namespace PyCoro.Generators.Binding;

internal enum MemberKind
{
    Function,
    Method,
    ClassMethod,
    StaticMethod,
    New,
}

/// <summary>How a C# type takes a Python value.</summary>
internal enum ConversionKind
{
    Value,
    Int64,
    Int32,
    Double,
    Bool,
    BigInteger,
    String,
    Object,
    Void,
}

internal sealed class ParameterModel
{
    public string Name = "";
    public ConversionKind Conversion;

    /// <summary>The C# class, for <see cref="ConversionKind.Object"/>.</summary>
    public string ClassName = "";

    /// <summary>The class as Python calls it, an expression.</summary>
    public string PythonClass = "";

    /// <summary>Takes None as null.</summary>
    public bool IsNullable;

    public bool IsRequired = true;

    /// <summary>C# expression for an omitted argument that is not a Value.</summary>
    public string? Default;

    /// <summary>The default as Python shows it.</summary>
    public string? DefaultText;
}

internal sealed class MethodModel
{
    public string Name = "";
    public MemberKind Kind;
    public string CSharpName = "";
    public string DeclaringClass = "";
    public bool IsStatic;
    public bool TakesThread;

    /// <summary>A C# expression that the method takes before its parameters.</summary>
    public string? LeadingArgument;

    /// <summary>The receiver or class comes as a parameter, as a Value or as its class.</summary>
    public string? ReceiverParameter;
    public List<ParameterModel> Parameters = new();
    public int PositionalOnly;
    public int Positional;
    public bool HasVarArgs;
    public bool HasVarKeywords;

    /// <summary>Takes the arguments as they lie, with the names of the keyword arguments: no parsing at all.</summary>
    public bool IsRaw;
    public ConversionKind Result;
    public bool ResultIsNullable;
    public string TextSignature = "";
    public string? Doc;

    public int Receivers => Kind is MemberKind.Method or MemberKind.ClassMethod or MemberKind.New ? 1 : 0;

    public int Formals => Receivers + Parameters.Count;

    public bool IsPositionalOnly => PositionalOnly == Parameters.Count && !HasVarKeywords;

    /// <summary>Required positional arguments.</summary>
    public int Least
    {
        get
        {
            var count = 0;
            for (var i = 0; i < Positional; i++)
            {
                if (Parameters[i].IsRequired)
                    count = i + 1;
            }
            return count;
        }
    }

    public bool HasRequiredKeyword
    {
        get
        {
            for (var i = Positional; i < Parameters.Count; i++)
            {
                if (Parameters[i].IsRequired)
                    return true;
            }
            return false;
        }
    }
}

internal sealed class AttributeModel
{
    public string Name = "";
    public bool IsMember;
    public string? Doc;

    /// <summary>Reads from <c>self</c>: a C# expression.</summary>
    public string Getter = "";
    public ConversionKind GetterResult;
    public bool GetterIsNullable;
    public bool GetterNeedsSelf;
    public string? Setter;
    public bool SetterNeedsSelf;
    public ConversionKind SetterResult;
}

internal sealed class ConstantModel
{
    public string Name = "";
    public string Expression = "";
}
