// Tuples, lists, sets, dicts: built on the stack when small, element by element when large or starred, and from one
// constant when nothing in them can change.

using System.Collections.Immutable;
using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    private void EmitSequence(ImmutableArray<Expr> elements, ExprContext use, bool asTuple)
    {
        if (use == ExprContext.Store)
        {
            EmitUnpackInto(elements);
        }
        else if (use == ExprContext.Load)
        {
            EmitUnpacked(elements, 0, Opcode.BUILD_LIST, Opcode.LIST_APPEND, Opcode.LIST_EXTEND, asTuple);
        }
        else
        {
            foreach (var element in elements)
                Emit(element);
        }
    }

    private void EmitUnpackInto(ImmutableArray<Expr> targets)
    {
        var star = -1;
        for (var i = 0; i < targets.Length; i++)
        {
            if (targets[i] is not Starred)
                continue;
            if (star >= 0)
                throw Error("multiple starred expressions in assignment");
            if (i >= 1 << 8 || targets.Length - i - 1 >= int.MaxValue >> 8)
                throw Error("too many expressions in star-unpacking assignment");
            star = i;
        }
        if (star < 0)
            Emit(Opcode.UNPACK_SEQUENCE, targets.Length);
        else
            Emit(Opcode.UNPACK_EX, star | (targets.Length - star - 1) << 8);
        foreach (var target in targets)
            Emit(target is Starred starred ? starred.Value : target);
    }

    /// <summary>Builds a list, set or tuple of the values already pushed and the elements, stars unpacked.</summary>
    private void EmitUnpacked(ImmutableArray<Expr> elements, int pushed, Opcode build, Opcode add, Opcode extend, bool asTuple)
    {
        var count = elements.Length;
        if ((count > 2 || (asTuple && pushed == 0)) && folder.ConstantItems(elements) is { } constants)
        {
            if (asTuple && pushed == 0)
            {
                EmitConstant(new ConstantTuple(constants));
                return;
            }
            Emit(build, pushed);
            EmitConstant(build == Opcode.BUILD_SET ? Folding.ConstantFolder.FrozenSet(constants) : new ConstantTuple(constants));
            Emit(extend, 1);
            if (asTuple)
                Emit(Opcode.LIST_TO_TUPLE);
            return;
        }
        var isBig = count + pushed > StackUseGuideline;
        var isStarred = elements.Any(e => e is Starred);
        if (!isStarred && !isBig)
        {
            foreach (var element in elements)
                Emit(element);
            Emit(asTuple ? Opcode.BUILD_TUPLE : build, count + pushed);
            return;
        }
        var isBuilt = isBig;
        if (isBig)
            Emit(build, pushed);
        for (var i = 0; i < count; i++)
        {
            if (elements[i] is Starred starred)
            {
                if (!isBuilt)
                    Emit(build, i + pushed);
                isBuilt = true;
                Emit(starred.Value);
                Emit(extend, 1);
            }
            else
            {
                Emit(elements[i]);
                if (isBuilt)
                    Emit(add, 1);
            }
        }
        if (asTuple)
            Emit(Opcode.LIST_TO_TUPLE);
    }

    private void EmitDict(Dict e)
    {
        var haveDict = false;
        var start = 0;
        for (var i = 0; i < e.Values.Length; i++)
        {
            if (e.Keys[i] is null)
            {
                Flush(i);
                if (!haveDict)
                    Emit(Opcode.BUILD_MAP, 0);
                haveDict = true;
                Emit(e.Values[i]);
                Emit(Opcode.DICT_UPDATE, 1);
                start = i + 1;
            }
            else if ((i - start) * 2 > StackUseGuideline)
            {
                Flush(i + 1);
                start = i + 1;
            }
        }
        Flush(e.Values.Length);
        if (!haveDict)
            Emit(Opcode.BUILD_MAP, 0);

        void Flush(int end)
        {
            if (start == end)
                return;
            EmitDictPart(e, start, end);
            if (haveDict)
                Emit(Opcode.DICT_UPDATE, 1);
            haveDict = true;
        }
    }

    private void EmitDictPart(Dict e, int start, int end)
    {
        var count = end - start;
        var isBig = count * 2 > StackUseGuideline;
        var keys = e.Keys.Skip(start).Take(count).Select(k => k!).ToImmutableArray();
        if (count > 1 && !isBig && folder.ConstantItems(keys) is { } constants)
        {
            for (var i = start; i < end; i++)
                Emit(e.Values[i]);
            EmitConstant(new ConstantTuple(constants));
            Emit(Opcode.BUILD_CONST_KEY_MAP, count);
            return;
        }
        if (isBig)
            Emit(Opcode.BUILD_MAP, 0);
        for (var i = start; i < end; i++)
        {
            Emit(e.Keys[i]!);
            Emit(e.Values[i]);
            if (isBig)
                Emit(Opcode.MAP_ADD, 1);
        }
        if (!isBig)
            Emit(Opcode.BUILD_MAP, count);
    }
}
