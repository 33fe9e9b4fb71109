// Stores compiled code as bytes, so that the library is compiled when PyCoro is built and not whenever a script imports it.
// Nearly all numbers are small: they are stored in groups of 7 bits, positions as differences to the one before.

using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using PyCoro.Syntax.Ast;
using static PyCoro.Compiler.Bytecode.CodeFormat;

namespace PyCoro.Compiler.Bytecode;

/// <summary>Makes bytes of code objects. <see cref="CodeReader"/> makes code of them again.</summary>
public sealed class CodeWriter
{
    private readonly List<byte> _body = [];
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    /// <summary>Tells the layout of the stored form and the table of opcodes; it changes with either.</summary>
    public static uint FormatStamp => Stamp;

    private CodeWriter()
    {
    }

    /// <summary>The stored form of code and all code nested in it.</summary>
    public static byte[] Write(CodeObject code)
    {
        var body = new CodeWriter();
        body.Code(code);
        var head = new CodeWriter();
        head.Fixed(Stamp);
        head.Number(body._texts.Count);
        foreach (var text in body._texts)
            head.Characters(text);
        return [.. head._body, .. body._body];
    }

    private void Code(CodeObject code)
    {
        Text(code.Name);
        Text(code.QualName);
        Text(code.FileName);
        Number(code.FirstLineNo);
        Number((int)code.Flags);
        Number(code.ArgCount);
        Number(code.PosOnlyArgCount);
        Number(code.KwOnlyArgCount);
        Number(code.StackSize);
        Number(code.CacheCount);
        Texts(code.VarNames.AsSpan());
        Texts(code.CellVars.AsSpan());
        Texts(code.FreeVars.AsSpan());
        Texts(code.SlotNames.AsSpan());
        Texts(code.Names.AsSpan());
        Constants(code.Consts.AsSpan());
        Number(code.Instructions.Length);
        foreach (var instruction in code.Instructions)
        {
            Number((int)instruction.Op);
            Number(instruction.Cache);
            Signed(instruction.Arg);
        }
        var line = code.FirstLineNo;
        foreach (var position in code.Positions)
        {
            Signed(position.Line - line);
            Signed(position.EndLine - position.Line);
            Signed(position.Column);
            Signed(position.EndColumn);
            line = position.Line;
        }
        Number(code.ExceptionTable.Length);
        foreach (var range in code.ExceptionTable)
        {
            Number(range.Start);
            Number(range.End);
            Number(range.Target);
            Number(range.Depth);
            Number(range.PushLasti ? 1 : 0);
        }
    }

    private void Constants(ReadOnlySpan<object?> constants)
    {
        Number(constants.Length);
        foreach (var constant in constants)
            Constant(constant);
    }

    private void Constant(object? constant)
    {
        switch (constant)
        {
            case null:
                Put(Tag.None);
                break;
            case bool truth:
                Put(truth ? Tag.True : Tag.False);
                break;
            case BigInteger number:
                Put(Tag.Int);
                Octets(number.ToByteArray());
                break;
            case double number:
                Put(Tag.Float);
                Double(number);
                break;
            case Complex number:
                Put(Tag.Complex);
                Double(number.Real);
                Double(number.Imaginary);
                break;
            case string text:
                Put(Tag.Text);
                Text(text);
                break;
            case byte[] bytes:
                Put(Tag.Bytes);
                Octets(bytes);
                break;
            case EllipsisConstant:
                Put(Tag.Ellipsis);
                break;
            case ConstantTuple tuple:
                Put(Tag.Tuple);
                Constants(tuple.Items.AsSpan());
                break;
            case ConstantFrozenSet set:
                Put(Tag.FrozenSet);
                Constants(set.Items.AsSpan());
                break;
            case CodeObject code:
                Put(Tag.Code);
                Code(code);
                break;
            default:
                throw new ArgumentException($"a constant of {constant.GetType()} cannot be stored");
        }
    }

    private void Texts(ReadOnlySpan<string> texts)
    {
        Number(texts.Length);
        foreach (var text in texts)
            Text(text);
    }

    private void Text(string text)
    {
        if (!_indices.TryGetValue(text, out var index))
        {
            _indices.Add(text, index = _texts.Count);
            _texts.Add(text);
        }
        Number(index);
    }

    // Not UTF-8: Python's strings may hold lone surrogates.
    private void Characters(string text)
    {
        var isLatin = text.All(static c => c <= 0xFF);
        Number(text.Length << 1 | (isLatin ? 1 : 0));
        _body.AddRange(isLatin ? Encoding.Latin1.GetBytes(text) : MemoryMarshal.AsBytes(text.AsSpan()).ToArray());
    }

    private void Octets(byte[] bytes)
    {
        Number(bytes.Length);
        _body.AddRange(bytes);
    }

    private void Double(double number) => _body.AddRange(BitConverter.GetBytes(number));

    private void Fixed(uint number) => _body.AddRange(BitConverter.GetBytes(number));

    private void Put(Tag tag) => _body.Add((byte)tag);

    private void Signed(int number) => Number(number << 1 ^ number >> 31);

    private void Number(int number)
    {
        var left = (uint)number;
        for (; left >= 0x80; left >>= 7)
            _body.Add((byte)(left | 0x80));
        _body.Add((byte)left);
    }
}
