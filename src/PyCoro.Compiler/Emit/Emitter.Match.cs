// The match statement (PEP 634). A pattern consumes the subject on top of the stack; when it fails it jumps to a block that
// pops what it and the captures so far left there. Captured values stay on the stack until the whole pattern matched, so
// that a failing pattern binds nothing.

using System.Collections.Immutable;
using PyCoro.Compiler.Assembly;
using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    /// <summary>What a pattern being compiled needs to know of the patterns around it.</summary>
    private sealed class PatternState
    {
        /// <summary>Names captured so far; their values lie on the stack in this order.</summary>
        public List<string> Stores = [];

        /// <summary>A pattern that always matches may stand here.</summary>
        public bool AllowIrrefutable;

        /// <summary>Where to jump on failure with so many values to pop.</summary>
        public List<Block> FailPop = [];

        /// <summary>Values on top of the captures that a failure must pop too.</summary>
        public int OnTop;
    }

    private static bool IsWildcard(Pattern pattern) => pattern is MatchAs { Pattern: null, Name: null };

    private void EmitMatch(Match s)
    {
        Emit(s.Subject);
        var end = new Block();
        var cases = s.Cases;
        var hasDefault = cases.Length > 1 && IsWildcard(cases[^1].Pattern);
        var count = cases.Length - (hasDefault ? 1 : 0);
        for (var i = 0; i < count; i++)
            EmitCase(cases[i], keepSubject: i != count - 1, isLast: i == cases.Length - 1, end);
        if (hasDefault)
        {
            position = cases[^1].Pattern.Span;
            Emit(Opcode.NOP);
            if (cases[^1].Guard is { } guard)
                JumpIf(guard, end, false);
            EmitAll(cases[^1].Body);
        }
        unit.Use(end);
    }

    private void EmitCase(MatchCase matchCase, bool keepSubject, bool isLast, Block end)
    {
        position = matchCase.Pattern.Span;
        if (keepSubject)
            Emit(Opcode.COPY, 1);
        var state = new PatternState { AllowIrrefutable = matchCase.Guard is not null || isLast };
        Emit(matchCase.Pattern, state);
        foreach (var name in state.Stores)
            Store(name);
        if (matchCase.Guard is not null)
        {
            EnsureFailPop(state, 0);
            JumpIf(matchCase.Guard, state.FailPop[0], false);
        }
        if (keepSubject)
            Emit(Opcode.POP_TOP);
        EmitAll(matchCase.Body);
        EmitArtificialJump(end);
        position = matchCase.Pattern.Span;
        EmitFailPop(state);
    }

    private void Emit(Pattern pattern, PatternState state)
    {
        context.GuardStack("compilation");
        position = pattern.Span;
        switch (pattern)
        {
            case MatchValue p:
                EmitMatchValue(p, state);
                break;
            case MatchSingleton p:
                EmitConstant(p.Value);
                Emit(Opcode.IS_OP, 0);
                FailIfFalse(state);
                break;
            case MatchSequence p:
                EmitMatchSequence(p, state);
                break;
            case MatchMapping p:
                EmitMatchMapping(p, state);
                break;
            case MatchClass p:
                EmitMatchClass(p, state);
                break;
            case MatchStar p:
                Capture(p.Name, state);
                break;
            case MatchAs p:
                EmitMatchAs(p, state);
                break;
            case MatchOr p:
                EmitMatchOr(p, state);
                break;
        }
    }

    private void EmitSubpattern(Pattern pattern, PatternState state)
    {
        var saved = state.AllowIrrefutable;
        state.AllowIrrefutable = true;
        Emit(pattern, state);
        state.AllowIrrefutable = saved;
    }

    // --- failing

    private static void EnsureFailPop(PatternState state, int pops)
    {
        while (state.FailPop.Count <= pops)
            state.FailPop.Add(new Block());
    }

    private void Fail(Opcode jump, PatternState state)
    {
        var pops = state.OnTop + state.Stores.Count;
        EnsureFailPop(state, pops);
        EmitJump(jump, state.FailPop[pops]);
    }

    private void FailIfFalse(PatternState state) => Fail(Opcode.POP_JUMP_IF_FALSE, state);

    private void EmitFailPop(PatternState state)
    {
        for (var i = state.FailPop.Count - 1; i > 0; i--)
        {
            unit.Use(state.FailPop[i]);
            Emit(Opcode.POP_TOP);
        }
        unit.Use(state.FailPop.Count > 0 ? state.FailPop[0] : new Block());
        state.FailPop.Clear();
    }

    // --- capturing

    private void Rotate(int count)
    {
        for (; count > 1; count--)
            Emit(Opcode.SWAP, count);
    }

    private void Capture(string? name, PatternState state)
    {
        if (name is null)
        {
            Emit(Opcode.POP_TOP);
            return;
        }
        ForbidDebug(name, ExprContext.Store);
        if (state.Stores.Contains(name))
            throw DuplicateCapture(name);
        // The value goes below everything that still has to be matched.
        Rotate(state.OnTop + state.Stores.Count + 1);
        state.Stores.Add(name);
    }

    private Exception DuplicateCapture(string name) => Error($"multiple assignments to name '{name}' in pattern");

    private void EmitMatchAs(MatchAs p, PatternState state)
    {
        if (p.Pattern is null)
        {
            if (!state.AllowIrrefutable)
            {
                throw Error(p.Name is null
                    ? "wildcard makes remaining patterns unreachable"
                    : $"name capture '{p.Name}' makes remaining patterns unreachable");
            }
            Capture(p.Name, state);
            return;
        }
        state.OnTop++;
        Emit(Opcode.COPY, 1);
        Emit(p.Pattern, state);
        state.OnTop--;
        Capture(p.Name, state);
    }

    // --- alternatives

    private void EmitMatchOr(MatchOr p, PatternState state)
    {
        var end = new Block();
        List<string>? control = null;
        for (var i = 0; i < p.Patterns.Length; i++)
        {
            var alternative = p.Patterns[i];
            var inner = new PatternState { AllowIrrefutable = i == p.Patterns.Length - 1 && state.AllowIrrefutable };
            position = alternative.Span;
            Emit(Opcode.COPY, 1);
            Emit(alternative, inner);
            if (control is null)
                control = inner.Stores;
            else
                AlignCaptures(control, inner.Stores);
            EmitJump(Opcode.JUMP_FORWARD, end);
            EmitFailPop(inner);
        }
        Emit(Opcode.POP_TOP);
        Fail(Opcode.JUMP_FORWARD, state);
        unit.Use(end);
        var rotations = control!.Count + 1 + state.OnTop + state.Stores.Count;
        foreach (var name in control)
        {
            Rotate(rotations);
            if (state.Stores.Contains(name))
                throw DuplicateCapture(name);
            state.Stores.Add(name);
        }
        Emit(Opcode.POP_TOP);
    }

    /// <summary>Alternatives may capture in another order: brings the values on the stack into that of the first one.</summary>
    private void AlignCaptures(List<string> control, List<string> stores)
    {
        if (stores.Count != control.Count)
            throw Error("alternative patterns bind different names");
        for (var wanted = control.Count - 1; wanted >= 0; wanted--)
        {
            var actual = stores.IndexOf(control[wanted]);
            if (actual < 0)
                throw Error("alternative patterns bind different names");
            if (actual == wanted)
                continue;
            var rotations = actual + 1;
            var rotated = stores.GetRange(0, rotations);
            stores.RemoveRange(0, rotations);
            stores.InsertRange(wanted - actual, rotated);
            for (; rotations > 0; rotations--)
                Rotate(wanted + 1);
        }
    }

    // --- values, sequences, mappings, classes

    private void EmitMatchValue(MatchValue p, PatternState state)
    {
        if (folder.Fold(p.Value) is not (Constant or Attribute))
            throw Error("patterns may only match literals and attribute lookups");
        Emit(p.Value);
        Emit(Opcode.COMPARE_OP, (int)CompareOperation.Eq);
        FailIfFalse(state);
    }

    private void EmitMatchSequence(MatchSequence p, PatternState state)
    {
        var patterns = p.Patterns;
        var star = -1;
        var onlyWildcards = true;
        var starIsWildcard = false;
        for (var i = 0; i < patterns.Length; i++)
        {
            if (patterns[i] is MatchStar starred)
            {
                if (star >= 0)
                    throw Error("multiple starred names in sequence pattern");
                starIsWildcard = starred.Name is null;
                onlyWildcards &= starIsWildcard;
                star = i;
                continue;
            }
            onlyWildcards &= IsWildcard(patterns[i]);
        }
        state.OnTop++;
        Emit(Opcode.MATCH_SEQUENCE);
        FailIfFalse(state);
        if (star < 0 || patterns.Length > 1)
        {
            Emit(Opcode.GET_LEN);
            EmitInt(star < 0 ? patterns.Length : patterns.Length - 1);
            Emit(Opcode.COMPARE_OP, (int)(star < 0 ? CompareOperation.Eq : CompareOperation.Ge));
            FailIfFalse(state);
        }
        state.OnTop--;
        if (onlyWildcards)
            Emit(Opcode.POP_TOP);
        else if (starIsWildcard)
            EmitSequenceByIndex(patterns, star, state);
        else
            EmitSequenceUnpacked(patterns, star, state);
    }

    private void EmitSequenceUnpacked(ImmutableArray<Pattern> patterns, int star, PatternState state)
    {
        if (star >= 1 << 8 || (star >= 0 && patterns.Length - star - 1 >= int.MaxValue >> 8))
            throw Error("too many expressions in star-unpacking sequence pattern");
        if (star < 0)
            Emit(Opcode.UNPACK_SEQUENCE, patterns.Length);
        else
            Emit(Opcode.UNPACK_EX, star | (patterns.Length - star - 1) << 8);
        state.OnTop += patterns.Length;
        foreach (var pattern in patterns)
        {
            state.OnTop--;
            EmitSubpattern(pattern, state);
        }
    }

    // [a, *_, b]: what the star swallows is never built.
    private void EmitSequenceByIndex(ImmutableArray<Pattern> patterns, int star, PatternState state)
    {
        state.OnTop++;
        for (var i = 0; i < patterns.Length; i++)
        {
            if (IsWildcard(patterns[i]) || i == star)
                continue;
            Emit(Opcode.COPY, 1);
            if (i < star)
            {
                EmitInt(i);
            }
            else
            {
                Emit(Opcode.GET_LEN);
                EmitInt(patterns.Length - i);
                Emit(Opcode.BINARY_OP, (int)BinaryOperation.Subtract);
            }
            Emit(Opcode.BINARY_SUBSCR);
            EmitSubpattern(patterns[i], state);
        }
        state.OnTop--;
        Emit(Opcode.POP_TOP);
    }

    private void EmitMatchMapping(MatchMapping p, PatternState state)
    {
        var size = p.Keys.Length;
        state.OnTop++;
        Emit(Opcode.MATCH_MAPPING);
        FailIfFalse(state);
        if (size == 0 && p.Rest is null)
        {
            state.OnTop--;
            Emit(Opcode.POP_TOP);
            return;
        }
        if (size > 0)
        {
            Emit(Opcode.GET_LEN);
            EmitInt(size);
            Emit(Opcode.COMPARE_OP, (int)CompareOperation.Ge);
            FailIfFalse(state);
        }
        EmitKeys(p);
        Emit(Opcode.MATCH_KEYS);
        state.OnTop += 2;
        FailIfNone(state);
        Emit(Opcode.UNPACK_SEQUENCE, size);
        state.OnTop += size - 1;
        foreach (var pattern in p.Patterns)
        {
            state.OnTop--;
            EmitSubpattern(pattern, state);
        }
        state.OnTop -= 2;
        if (p.Rest is null)
        {
            Emit(Opcode.POP_TOP);
            Emit(Opcode.POP_TOP);
            return;
        }
        // rest = dict(subject) without the keys
        Emit(Opcode.BUILD_MAP, 0);
        Emit(Opcode.SWAP, 3);
        Emit(Opcode.DICT_UPDATE, 2);
        Emit(Opcode.UNPACK_SEQUENCE, size);
        for (var left = size; left > 0; left--)
        {
            Emit(Opcode.COPY, 1 + left);
            Emit(Opcode.SWAP, 2);
            Emit(Opcode.DELETE_SUBSCR);
        }
        Capture(p.Rest, state);
    }

    private void EmitKeys(MatchMapping p)
    {
        HashSet<object> seen = new(ConstantComparer.Instance);
        foreach (var key in p.Keys)
        {
            var folded = folder.Fold(key);
            if (folded is Constant constant)
            {
                if (!seen.Add(Folding.ConstantFolder.EqualityKey(constant.Value)))
                    throw Error($"mapping pattern checks duplicate key ({Unparsing.ConstantText.Repr(constant.Value)})");
            }
            else if (folded is not Attribute)
            {
                throw Error("mapping pattern keys may only match literals and attribute lookups");
            }
        }
        Emit(new Tuple(p.Keys, ExprContext.Load, position));
    }

    private void FailIfNone(PatternState state)
    {
        Emit(Opcode.COPY, 1);
        EmitConstant(null);
        Emit(Opcode.IS_OP, 1);
        FailIfFalse(state);
    }

    private void EmitMatchClass(MatchClass p, PatternState state)
    {
        ForbidRepeatedAttributes(p);
        Emit(p.Cls);
        EmitConstant(new ConstantTuple([.. p.KwdAttrs.Select(object? (a) => a)]));
        Emit(Opcode.MATCH_CLASS, p.Patterns.Length);
        state.OnTop++;
        FailIfNone(state);
        var all = p.Patterns.AddRange(p.KwdPatterns);
        Emit(Opcode.UNPACK_SEQUENCE, all.Length);
        state.OnTop += all.Length - 1;
        foreach (var pattern in all)
        {
            state.OnTop--;
            if (IsWildcard(pattern))
                Emit(Opcode.POP_TOP);
            else
                EmitSubpattern(pattern, state);
        }
    }

    private void ForbidRepeatedAttributes(MatchClass p)
    {
        for (var i = 0; i < p.KwdAttrs.Length; i++)
        {
            position = p.KwdPatterns[i].Span;
            ForbidDebug(p.KwdAttrs[i], ExprContext.Store);
            position = p.Span;
            for (var j = i + 1; j < p.KwdAttrs.Length; j++)
            {
                if (p.KwdAttrs[i] != p.KwdAttrs[j])
                    continue;
                position = p.KwdPatterns[j].Span;
                throw Error($"attribute name repeated in class pattern: {p.KwdAttrs[i]}");
            }
        }
    }
}
