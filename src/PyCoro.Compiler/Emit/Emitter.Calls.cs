// Calls in the three forms the machine knows: method, plain with or without keywords, and unpacked.

using System.Collections.Immutable;
using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    private void EmitCall(Call e)
    {
        if (e.Func is Attribute { Ctx: ExprContext.Load } method && !NeedsArgumentTuple(e.Args, e.Keywords)
            && e.Args.Length + e.Keywords.Length + (e.Keywords.Length > 0 ? 1 : 0) < StackUseGuideline)
        {
            ForbidRepeatedKeywords(e.Keywords);
            Emit(method.Value);
            position = method.Span;
            StartAtAttribute(method);
            EmitName(Opcode.LOAD_METHOD, method.Attr);
            EmitPlainArguments(e.Args, e.Keywords);
            position = e.Span;
            StartAtAttribute(method);
            Emit(CallInstruction(e.Keywords), e.Args.Length + e.Keywords.Length);
            return;
        }
        WarnAboutCallable(e.Func);
        Emit(e.Func);
        if (!NeedsArgumentTuple(e.Args, e.Keywords))
        {
            position = e.Func.Span;
            Emit(Opcode.PUSH_NULL);
        }
        position = e.Span;
        EmitArguments(0, e.Args, e.Keywords);
    }

    /// <summary>In a chain over several lines the error is on the line of the attribute, not where the chain begins.</summary>
    private void StartAtAttribute(Attribute e)
    {
        if (position.Line == e.Span.EndLine)
            return;
        position = position with { Line = e.Span.EndLine, Column = Math.Max(0, e.Span.EndColumn - NameLength(e.Attr)) };
    }

    private static int NameLength(string name) => name.EnumerateRunes().Count();

    private static bool NeedsArgumentTuple(ImmutableArray<Expr> args, ImmutableArray<Keyword> keywords) =>
        args.Length + keywords.Length * 2 > StackUseGuideline
        || args.Any(a => a is Starred) || keywords.Any(k => k.Arg is null);

    private void ForbidRepeatedKeywords(ImmutableArray<Keyword> keywords)
    {
        HashSet<string> seen = [];
        foreach (var keyword in keywords)
        {
            if (keyword.Arg is not { } name)
                continue;
            ForbidDebug(name, ExprContext.Store);
            if (!seen.Add(name))
                throw context.Error($"keyword argument repeated: {name}", keyword.Span);
        }
    }

    /// <summary>Emits the arguments and the call, after a callable and <paramref name="pushed"/> arguments.</summary>
    private void EmitArguments(int pushed, ImmutableArray<Expr> args, ImmutableArray<Keyword> keywords)
    {
        ForbidRepeatedKeywords(keywords);
        if (!NeedsArgumentTuple(args, keywords))
        {
            EmitPlainArguments(args, keywords);
            Emit(CallInstruction(keywords), pushed + args.Length + keywords.Length);
            return;
        }
        if (pushed == 0 && args is [Starred only])
            Emit(only.Value);
        else
            EmitUnpacked(args, pushed, Opcode.BUILD_LIST, Opcode.LIST_APPEND, Opcode.LIST_EXTEND, asTuple: true);
        if (keywords.Length > 0)
            EmitUnpackedKeywords(keywords);
        Emit(Opcode.CALL_FUNCTION_EX, keywords.Length > 0 ? 1 : 0);
    }

    private void EmitPlainArguments(ImmutableArray<Expr> args, ImmutableArray<Keyword> keywords)
    {
        foreach (var arg in args)
            Emit(arg);
        foreach (var keyword in keywords)
            Emit(keyword.Value);
        if (keywords.Length > 0)
            EmitConstant(new ConstantTuple([.. keywords.Select(object? (k) => k.Arg!)]));
    }

    private static Opcode CallInstruction(ImmutableArray<Keyword> keywords) =>
        keywords.Length == 0 ? Opcode.CALL : Opcode.CALL_KW;

    private void EmitUnpackedKeywords(ImmutableArray<Keyword> keywords)
    {
        var haveDict = false;
        var start = 0;
        for (var i = 0; i < keywords.Length; i++)
        {
            if (keywords[i].Arg is not null)
                continue;
            Flush(i);
            if (!haveDict)
                Emit(Opcode.BUILD_MAP, 0);
            haveDict = true;
            Emit(keywords[i].Value);
            Emit(Opcode.DICT_MERGE, 1);
            start = i + 1;
        }
        Flush(keywords.Length);

        void Flush(int end)
        {
            if (start == end)
                return;
            EmitKeywordDict(keywords, start, end);
            if (haveDict)
                Emit(Opcode.DICT_MERGE, 1);
            haveDict = true;
        }
    }

    private void EmitKeywordDict(ImmutableArray<Keyword> keywords, int start, int end)
    {
        var count = end - start;
        var isBig = count * 2 > StackUseGuideline;
        if (count > 1 && !isBig)
        {
            for (var i = start; i < end; i++)
                Emit(keywords[i].Value);
            EmitConstant(new ConstantTuple([.. keywords.Skip(start).Take(count).Select(object? (k) => k.Arg!)]));
            Emit(Opcode.BUILD_CONST_KEY_MAP, count);
            return;
        }
        if (isBig)
            Emit(Opcode.BUILD_MAP, 0);
        for (var i = start; i < end; i++)
        {
            EmitConstant(keywords[i].Arg!);
            Emit(keywords[i].Value);
            if (isBig)
                Emit(Opcode.MAP_ADD, 1);
        }
        if (!isBig)
            Emit(Opcode.BUILD_MAP, count);
    }
}
