// Walks finished code and checks what the machine relies on: every way into an instruction brings the same stack, handlers
// keep no more than is there, operands are in range, and only JUMP_BACKWARD goes backward.

using PyCoro.Compiler.Assembly;
using PyCoro.Compiler.Bytecode;

namespace PyCoro.Compiler.Tests;

internal static class CodeVerifier
{
    public static void Verify(CodeObject root)
    {
        foreach (var code in Compiling.WithNested(root))
        {
            try
            {
                VerifyOne(code);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{code.FileName}, line {code.FirstLineNo}, {code.QualName}: {e.Message}", e);
            }
        }
    }

    private static void VerifyOne(CodeObject code)
    {
        code.Positions.Length.ShouldBe(code.Instructions.Length);
        VerifyOperands(code);
        VerifyBoundLocals(code);
        VerifyStack(code);
    }

    private static void VerifyOperands(CodeObject code)
    {
        var caches = new HashSet<int>();
        for (var i = 0; i < code.Instructions.Length; i++)
        {
            var (op, arg) = (code.Instructions[i].Op, code.Instructions[i].Arg);
            var info = OpcodeTable.Info(op);
            var limit = info.Operand switch
            {
                OperandKind.Const => code.Consts.Length,
                OperandKind.Name => code.Names.Length,
                OperandKind.Local or OperandKind.Cell => code.SlotNames.Length,
                OperandKind.Target => code.Instructions.Length,
                _ => int.MaxValue,
            };
            arg.ShouldBeInRange(0, limit - 1, $"operand of {op} at {i}");
            if (info.Operand == OperandKind.Target)
                (arg <= i).ShouldBe(op == Opcode.JUMP_BACKWARD, $"direction of {op} at {i}");
            var cache = code.Instructions[i].Cache;
            (cache != 0).ShouldBe(info.HasCache, $"cache of {op} at {i}");
            if (cache != 0)
                caches.Add(cache).ShouldBeTrue();
        }
        caches.Count.ShouldBe(code.CacheCount - 1);
    }

    private static void VerifyStack(CodeObject code)
    {
        var depths = Enumerable.Repeat(-1, code.Instructions.Length).ToArray();
        var pending = new Stack<(int Index, int Depth)>();
        pending.Push((0, 0));
        while (pending.TryPop(out var at))
        {
            if (depths[at.Index] >= 0)
            {
                depths[at.Index].ShouldBe(at.Depth, $"stack depth at {at.Index}");
                continue;
            }
            depths[at.Index] = at.Depth;
            at.Depth.ShouldBeLessThanOrEqualTo(code.StackSize);
            var (op, arg) = (code.Instructions[at.Index].Op, code.Instructions[at.Index].Arg);
            var info = OpcodeTable.Info(op);
            if (code.ExceptionTable.Where(r => r.Start <= at.Index && at.Index < r.End).Take(1).ToArray() is [var range])
            {
                // An instruction may have popped its operands when it fails, never more than the handler keeps.
                range.Depth.ShouldBeLessThanOrEqualTo(at.Depth, $"depth kept by the handler of {at.Index}");
                pending.Push((range.Target, range.Depth + (range.PushLasti ? 2 : 1)));
            }
            var (pops, pushes) = StackEffects.Of(op, arg, jumps: false);
            pops.ShouldBeLessThanOrEqualTo(at.Depth, $"{op} at {at.Index} pops");
            if (info.Jumps)
            {
                var (jumpPops, jumpPushes) = StackEffects.Of(op, arg, jumps: true);
                pending.Push((arg, at.Depth - jumpPops + jumpPushes));
            }
            if (!info.EndsFlow || op == Opcode.RETURN_GENERATOR)
                pending.Push((at.Index + 1, at.Depth - pops + pushes));
        }
        depths.ShouldNotContain(-1, "unreachable code");
    }

    // A second opinion on LOAD_FAST: simulate sets of bound locals instruction by instruction.
    private static void VerifyBoundLocals(CodeObject code)
    {
        var parameters = code.ArgCount + code.KwOnlyArgCount
            + ((code.Flags & CodeFlags.VarArgs) != 0 ? 1 : 0) + ((code.Flags & CodeFlags.VarKeywords) != 0 ? 1 : 0);
        if (code.VarNames.Length is 0 or > 64)
            return;
        var bound = new ulong?[code.Instructions.Length];
        var pending = new Stack<(int Index, ulong Bound)>();
        pending.Push((0, parameters == 64 ? ulong.MaxValue : (1UL << parameters) - 1));
        while (pending.TryPop(out var at))
        {
            var known = bound[at.Index] is { } before ? before & at.Bound : at.Bound;
            if (known == bound[at.Index])
                continue;
            bound[at.Index] = known;
            var (op, arg) = (code.Instructions[at.Index].Op, code.Instructions[at.Index].Arg);
            var info = OpcodeTable.Info(op);
            var after = op switch
            {
                Opcode.STORE_FAST or Opcode.LOAD_FAST_CHECK => known | 1UL << arg,
                Opcode.DELETE_FAST => known & ~(1UL << arg),
                _ => known,
            };
            foreach (var range in code.ExceptionTable.Where(r => r.Start <= at.Index && at.Index < r.End).Take(1))
                pending.Push((range.Target, known));
            if (info.Jumps)
                pending.Push((arg, after));
            if (!info.EndsFlow || op == Opcode.RETURN_GENERATOR)
                pending.Push((at.Index + 1, after));
        }
        for (var i = 0; i < code.Instructions.Length; i++)
        {
            if (code.Instructions[i].Op == Opcode.LOAD_FAST && bound[i] is { } set)
                (set & 1UL << code.Instructions[i].Arg).ShouldNotBe(0UL, $"LOAD_FAST at {i} of an unbound local");
        }
    }
}
