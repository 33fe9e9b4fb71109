// A pattern as instructions for the matcher: ints in one array, operands behind their opcode.

namespace PyCoro.Stdlib.Regex;

/// <summary>Opcodes with their operands.</summary>
internal static class RegexCode
{
    /// <summary>The pattern matched.</summary>
    internal const int Success = 0;

    /// <summary>test, argument: take one character.</summary>
    internal const int Test = 1;

    /// <summary>place: go on if we are there.</summary>
    internal const int At = 2;

    /// <summary>mark: remember the place.</summary>
    internal const int Save = 3;

    /// <summary>target</summary>
    internal const int Jump = 4;

    /// <summary>other: go on, and at the other place if that fails.</summary>
    internal const int Split = 5;

    /// <summary>test, argument, least, most, greed: take characters of one kind.</summary>
    internal const int Repeat = 6;

    /// <summary>register: start counting.</summary>
    internal const int LoopStart = 7;

    /// <summary>register, least, most, lazy?, tail: once more?</summary>
    internal const int Loop = 8;

    /// <summary>register: once more.</summary>
    internal const int LoopEnter = 9;

    /// <summary>register, characters to go back.</summary>
    internal const int LookStart = 10;

    /// <summary>register: go back to where the assertion started, and forget its alternatives.</summary>
    internal const int LookEnd = 11;

    /// <summary>register, characters to go back, where to go on when it does not match.</summary>
    internal const int NotStart = 12;

    /// <summary>register: it did match, so fail.</summary>
    internal const int NotEnd = 13;

    /// <summary>register</summary>
    internal const int AtomicStart = 14;

    /// <summary>register: forget the alternatives.</summary>
    internal const int AtomicEnd = 15;

    /// <summary>group, case fold: take the text of the group again.</summary>
    internal const int Reference = 16;

    /// <summary>group, target: jump if the group has not matched.</summary>
    internal const int Condition = 17;

    /// <summary>Try an alternative.</summary>
    internal const int Fail = 18;
}

/// <summary>What a matcher runs; immutable.</summary>
internal sealed class RegexProgram
{
    private RegexProgram(int[] code, CharacterSet[] sets, int registers, int groups, FirstCharacters? first)
    {
        Code = code;
        Sets = sets;
        Registers = registers;
        Groups = groups;
        First = first;
    }

    internal int[] Code { get; }

    internal CharacterSet[] Sets { get; }

    internal int Registers { get; }

    /// <summary>Number of groups.</summary>
    internal int Groups { get; }

    /// <summary>What a match can start with; null for anything.</summary>
    internal FirstCharacters? First { get; }

    internal static RegexProgram Make(ParsedPattern pattern)
    {
        var emitter = new Emitter(pattern.Groups);
        emitter.Emit(pattern.Body);
        emitter.Add(RegexCode.Success);
        return new RegexProgram(
            [.. emitter.Code], [.. emitter.Sets], emitter.Registers, pattern.Groups.Next - 1, FirstCharacters.Of(pattern.Body));
    }

    private sealed class Emitter(GroupTable groups)
    {
        internal List<int> Code { get; } = [];

        internal List<CharacterSet> Sets { get; } = [];

        internal int Registers { get; private set; }

        internal void Add(params ReadOnlySpan<int> instruction) => Code.AddRange(instruction);

        internal void Emit(Node node)
        {
            switch (node)
            {
                case CharacterNode character:
                    Add(RegexCode.Test, (int)character.Test, Argument(character));
                    break;
                case SequenceNode sequence:
                    foreach (var part in sequence.Parts)
                        Emit(part);
                    break;
                case PlaceNode place:
                    Add(RegexCode.At, (int)place.Place);
                    break;
                case BranchNode branch:
                    EmitBranch(branch);
                    break;
                case CaptureNode capture:
                    Add(RegexCode.Save, 2 * capture.Group - 2);
                    Emit(capture.Body);
                    Add(RegexCode.Save, 2 * capture.Group - 1);
                    break;
                case AtomicNode atomic:
                    EmitAtomic(atomic.Body);
                    break;
                case RepeatNode repeat:
                    EmitRepeat(repeat);
                    break;
                case AssertNode assertion:
                    EmitAssertion(assertion);
                    break;
                case ReferenceNode reference:
                    Add(RegexCode.Reference, reference.Group, (int)reference.Fold);
                    break;
                case ConditionNode condition:
                    EmitCondition(condition);
                    break;
                default:
                    Add(RegexCode.Fail);
                    break;
            }
        }

        private int Argument(CharacterNode character)
        {
            if (character.Set is not { } set)
                return character.Character;
            Sets.Add(set);
            return Sets.Count - 1;
        }

        private int NewRegisters(int count)
        {
            Registers += count;
            return Registers - count;
        }

        private void EmitBranch(BranchNode branch)
        {
            var ends = new List<int>();
            for (var i = 0; i < branch.Branches.Count; i++)
            {
                if (i == branch.Branches.Count - 1)
                {
                    Emit(branch.Branches[i]);
                    break;
                }
                Add(RegexCode.Split, 0);
                var other = Code.Count - 1;
                Emit(branch.Branches[i]);
                Add(RegexCode.Jump, 0);
                ends.Add(Code.Count - 1);
                Code[other] = Code.Count;
            }
            foreach (var end in ends)
                Code[end] = Code.Count;
        }

        private void EmitAtomic(Node body)
        {
            var register = NewRegisters(1);
            Add(RegexCode.AtomicStart, register);
            Emit(body);
            Add(RegexCode.AtomicEnd, register);
        }

        private void EmitRepeat(RepeatNode repeat)
        {
            var single = repeat.Body is SequenceNode { Parts.Count: 1 } sequence ? sequence.Parts[0] : repeat.Body;
            if (single is CharacterNode character)
            {
                Add(RegexCode.Repeat, (int)character.Test, Argument(character), repeat.Least, repeat.Most, (int)repeat.Greed);
                return;
            }
            // Possessive repetition does not look back into one of its rounds either.
            if (repeat.Greed == Greed.Possessive)
            {
                EmitAtomic(new RepeatNode(new AtomicNode(repeat.Body), repeat.Least, repeat.Most, Greed.Greedy));
                return;
            }
            var register = NewRegisters(2);
            Add(RegexCode.LoopStart, register);
            var head = Code.Count;
            Add(RegexCode.Loop, register, repeat.Least, repeat.Most, repeat.Greed == Greed.Lazy ? 1 : 0, 0);
            var tail = Code.Count - 1;
            Add(RegexCode.LoopEnter, register);
            Emit(repeat.Body);
            Add(RegexCode.Jump, head);
            Code[tail] = Code.Count;
        }

        private void EmitAssertion(AssertNode assertion)
        {
            var back = 0;
            if (assertion.IsBehind)
            {
                var (least, most) = assertion.Body.Width(groups);
                if (least != most)
                    throw new RegexError("look-behind requires fixed-width pattern");
                if (least >= Node.Unlimited)
                    throw new RegexError("looks too much behind");
                back = (int)Math.Min(least, int.MaxValue);
            }
            var register = NewRegisters(2);
            if (!assertion.IsNegative)
            {
                Add(RegexCode.LookStart, register, back);
                Emit(assertion.Body);
                Add(RegexCode.LookEnd, register);
                return;
            }
            Add(RegexCode.NotStart, register, back, 0);
            var target = Code.Count - 1;
            Emit(assertion.Body);
            Add(RegexCode.NotEnd, register);
            Code[target] = Code.Count;
        }

        private void EmitCondition(ConditionNode condition)
        {
            Add(RegexCode.Condition, condition.Group, 0);
            var otherwise = Code.Count - 1;
            Emit(condition.Yes);
            if (condition.No is { } no)
            {
                Add(RegexCode.Jump, 0);
                var end = Code.Count - 1;
                Code[otherwise] = Code.Count;
                Emit(no);
                Code[end] = Code.Count;
                return;
            }
            Code[otherwise] = Code.Count;
        }
    }
}
