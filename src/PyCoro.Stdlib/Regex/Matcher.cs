// Backtracking without recursion. What would be a return address is an entry of one stack of ints: an alternative to try, or
// a value to put back on the way to it. A group that is closed for good (atomic, lookahead) drops its alternatives and keeps
// the values. So a text of any length needs no C# stack, and what a failed path captured is gone when it fails.

using PyCoro.Runtime.Threads;

namespace PyCoro.Stdlib.Regex;

/// <summary>How a match has to end.</summary>
internal enum MatchMode
{
    Prefix,
    Full,
}

/// <summary>A matcher of any kind of text.</summary>
internal abstract class Matcher
{
    internal const int Unset = -1;

    /// <summary>Starts and ends of the groups from 1 on.</summary>
    internal int[] Marks = [];

    /// <summary>Start and end of the match.</summary>
    internal int Start;

    internal int MatchEnd;

    /// <summary>The group closed last, or 0.</summary>
    internal int LastGroup;

    /// <summary>An exception is pending: the thread was interrupted.</summary>
    internal bool IsInterrupted { get; private protected set; }

    /// <summary>Matches at a place.</summary>
    internal abstract bool MatchAt(int start, MatchMode mode, bool mustAdvance = false);

    /// <summary>Finds the first match from a place on; one at that very place must not be empty if so asked.</summary>
    internal abstract bool Search(int start, bool mustAdvance);
}

/// <summary>A matcher of one kind of text.</summary>
internal sealed class Matcher<TSubject>(RegexProgram program, TSubject text, int end, VmThread thread) : Matcher
    where TSubject : struct, ISubject
{
    private const int EntrySize = 4;
    private const int Choice = 0;
    private const int OldMark = 1;
    private const int OldLoop = 2;
    private const int Fewer = 3;
    private const int More = 4;
    private const int StepsBetweenChecks = 1 << 16;

    private readonly int[] _code = program.Code;
    private readonly int[] _registers = new int[program.Registers];
    private int[] _stack = new int[16 * EntrySize];
    private int _top;
    private int _steps;

    internal override bool Search(int start, bool mustAdvance)
    {
        var first = program.First;
        for (var place = start; place <= end; place++)
        {
            if (first is not null)
            {
                if (first.Only >= 0)
                    place = text.Find(first.Only, place, end);
                else
                    while (place < end && !first.Contains(text[place]))
                        place++;
                if (place < 0 || place >= end)
                    return false;
            }
            if (MatchAt(place, MatchMode.Prefix, mustAdvance && place == start))
                return true;
            if (IsInterrupted)
                return false;
        }
        return false;
    }

    internal override bool MatchAt(int start, MatchMode mode, bool mustAdvance = false)
    {
        if (Marks.Length != 2 * program.Groups)
            Marks = new int[2 * program.Groups];
        Array.Fill(Marks, Unset);
        LastGroup = 0;
        Start = start;
        _top = 0;
        return Run(start, mode, mustAdvance);
    }

    private bool Run(int position, MatchMode mode, bool mustAdvance)
    {
        var code = _code;
        var pc = 0;
        while (true)
        {
            switch (code[pc])
            {
                case RegexCode.Success:
                    if ((mode == MatchMode.Full && position != end) || (mustAdvance && position == Start))
                        break;
                    MatchEnd = position;
                    return true;
                case RegexCode.Test:
                    if (position >= end || !Passes(code[pc + 1], code[pc + 2], text[position]))
                        break;
                    position++;
                    pc += 3;
                    continue;
                case RegexCode.At:
                    if (!IsAt((Place)code[pc + 1], position))
                        break;
                    pc += 2;
                    continue;
                case RegexCode.Save:
                    Save(code[pc + 1], position);
                    pc += 2;
                    continue;
                case RegexCode.Jump:
                    pc = code[pc + 1];
                    continue;
                case RegexCode.Split:
                    Push(Choice, code[pc + 1], position, 0);
                    pc += 2;
                    continue;
                case RegexCode.Repeat:
                    if (!Repeat(pc, ref position))
                        break;
                    pc += 6;
                    continue;
                case RegexCode.LoopStart:
                    var register = code[pc + 1];
                    SetLoop(register, 0, Unset);
                    pc += 2;
                    continue;
                case RegexCode.Loop:
                    register = code[pc + 1];
                    var count = _registers[register];
                    if (count < code[pc + 2])
                    {
                        SetLoop(register, count + 1, _registers[register + 1]);
                        pc += 8;
                        continue;
                    }
                    var isMore = count < code[pc + 3] && position != _registers[register + 1];
                    if (!isMore)
                    {
                        pc = code[pc + 5];
                        continue;
                    }
                    if (code[pc + 4] != 0)
                    {
                        Push(Choice, pc + 6, position, 0);
                        pc = code[pc + 5];
                        continue;
                    }
                    Push(Choice, code[pc + 5], position, 0);
                    SetLoop(register, count + 1, position);
                    pc += 8;
                    continue;
                case RegexCode.LoopEnter:
                    register = code[pc + 1];
                    SetLoop(register, _registers[register] + 1, position);
                    pc += 2;
                    continue;
                case RegexCode.LookStart:
                    register = code[pc + 1];
                    _registers[register] = _top;
                    _registers[register + 1] = position;
                    position -= code[pc + 2];
                    if (position < 0)
                        break;
                    pc += 3;
                    continue;
                case RegexCode.LookEnd:
                    register = code[pc + 1];
                    DropChoices(_registers[register]);
                    position = _registers[register + 1];
                    pc += 2;
                    continue;
                case RegexCode.NotStart:
                    if (position < code[pc + 2])
                    {
                        pc = code[pc + 3];
                        continue;
                    }
                    _registers[code[pc + 1]] = _top;
                    Push(Choice, code[pc + 3], position, 0);
                    position -= code[pc + 2];
                    pc += 4;
                    continue;
                case RegexCode.NotEnd:
                    Unwind(_registers[code[pc + 1]]);
                    break;
                case RegexCode.AtomicStart:
                    _registers[code[pc + 1]] = _top;
                    pc += 2;
                    continue;
                case RegexCode.AtomicEnd:
                    DropChoices(_registers[code[pc + 1]]);
                    pc += 2;
                    continue;
                case RegexCode.Reference:
                    if (!TakeReference(code[pc + 1], (CaseFold)code[pc + 2], ref position))
                        break;
                    pc += 3;
                    continue;
                case RegexCode.Condition:
                    var group = code[pc + 1];
                    pc = HasMatched(group) ? pc + 3 : code[pc + 2];
                    continue;
            }
            if (!Backtrack(ref pc, ref position))
                return false;
        }
    }

    // To the last alternative, putting back what was changed since.
    private bool Backtrack(ref int pc, ref int position)
    {
        if (++_steps == StepsBetweenChecks)
        {
            _steps = 0;
            if (!thread.CheckBudget())
            {
                IsInterrupted = true;
                return false;
            }
        }
        while (_top > 0)
        {
            _top -= EntrySize;
            var stack = _stack;
            switch (stack[_top])
            {
                case Choice:
                    pc = stack[_top + 1];
                    position = stack[_top + 2];
                    return true;
                case Fewer:
                    pc = stack[_top + 1];
                    position = stack[_top + 3] - 1;
                    if (_code[pc] == RegexCode.Test && _code[pc + 1] == (int)CharacterTest.Equal)
                        position = LastBefore(position, stack[_top + 2], _code[pc + 2]);
                    if (position < stack[_top + 2])
                        continue;
                    if (position > stack[_top + 2])
                    {
                        stack[_top + 3] = position;
                        _top += EntrySize;
                    }
                    return true;
                case More:
                    if (!TakeOneMore(stack[_top + 1], stack[_top + 2], stack[_top + 3]))
                        continue;
                    pc = stack[_top + 1] + 6;
                    position = stack[_top + 2] + 1;
                    if (stack[_top + 3] > 1)
                    {
                        stack[_top + 2] = position;
                        stack[_top + 3]--;
                        _top += EntrySize;
                    }
                    return true;
                default:
                    Restore(_top);
                    break;
            }
        }
        return false;
    }

    // The last place, going back, where the character is that has to follow.
    private int LastBefore(int position, int least, int point)
    {
        while (position >= least && (position >= end || text[position] != point))
            position--;
        return position;
    }

    private bool TakeOneMore(int pc, int position, int left) =>
        left > 0 && position < end && Passes(_code[pc + 1], _code[pc + 2], text[position]);

    private bool Repeat(int pc, ref int position)
    {
        var test = _code[pc + 1];
        var argument = _code[pc + 2];
        var least = _code[pc + 3];
        var most = _code[pc + 4];
        var greed = (Greed)_code[pc + 5];
        if (end - position < least)
            return false;
        var start = position;
        var limit = greed == Greed.Lazy ? start + least : (int)System.Math.Min((long)start + most, end);
        position = Run(test, argument, start, limit);
        var fewest = start + least;
        if (position < fewest)
            return false;
        if (greed == Greed.Greedy && position > fewest)
            Push(Fewer, pc + 6, fewest, position);
        else if (greed == Greed.Lazy && most > least)
            Push(More, pc, position, most == Node.Unlimited ? Node.Unlimited : most - least);
        return true;
    }

    // How far characters of a kind go.
    private int Run(int test, int argument, int position, int limit)
    {
        switch ((CharacterTest)test)
        {
            case CharacterTest.Any:
                return limit;
            case CharacterTest.NotLineFeed:
                var found = text.Find('\n', position, limit);
                return found < 0 ? limit : found;
            case CharacterTest.NotEqual:
                found = text.Find(argument, position, limit);
                return found < 0 ? limit : found;
            case CharacterTest.Equal:
                while (position < limit && text[position] == argument)
                    position++;
                return position;
            default:
                var set = program.Sets[argument];
                while (position < limit && set.Contains(text[position]))
                    position++;
                return position;
        }
    }

    private bool Passes(int test, int argument, int point) => (CharacterTest)test switch
    {
        CharacterTest.Equal => point == argument,
        CharacterTest.NotEqual => point != argument,
        CharacterTest.NotLineFeed => point != '\n',
        CharacterTest.Any => true,
        _ => program.Sets[argument].Contains(point),
    };

    private bool IsAt(Place place, int position) => place switch
    {
        Place.Beginning => position == 0,
        Place.BeginningOfLine => position == 0 || text[position - 1] == '\n',
        Place.End => position == end,
        Place.EndOrLastLineFeed => position == end || (position == end - 1 && text[position] == '\n'),
        Place.EndOfLine => position == end || text[position] == '\n',
        Place.AsciiBoundary => IsBoundary(position, false),
        Place.AsciiNotBoundary => end > 0 && !IsBoundary(position, false),
        Place.UnicodeBoundary => IsBoundary(position, true),
        _ => end > 0 && !IsBoundary(position, true),
    };

    private bool IsBoundary(int position, bool isUnicode)
    {
        var before = position > 0 && Category.IsWord(text[position - 1], isUnicode);
        var after = position < end && Category.IsWord(text[position], isUnicode);
        return before != after;
    }

    private bool HasMatched(int group) =>
        Marks[2 * group - 2] >= 0 && Marks[2 * group - 1] >= Marks[2 * group - 2];

    private bool TakeReference(int group, CaseFold fold, ref int position)
    {
        if (!HasMatched(group))
            return false;
        var start = Marks[2 * group - 2];
        var length = Marks[2 * group - 1] - start;
        if (end - position < length)
            return false;
        for (var i = 0; i < length; i++)
        {
            var wanted = text[start + i];
            var there = text[position + i];
            if (wanted != there && CaseFolding.Lower(wanted, fold) != CaseFolding.Lower(there, fold))
                return false;
        }
        position += length;
        return true;
    }

    private void Save(int mark, int position)
    {
        Push(OldMark, mark, Marks[mark], LastGroup);
        Marks[mark] = position;
        if ((mark & 1) != 0)
            LastGroup = mark / 2 + 1;
    }

    private void SetLoop(int register, int count, int last)
    {
        Push(OldLoop, register, _registers[register], _registers[register + 1]);
        _registers[register] = count;
        _registers[register + 1] = last;
    }

    private void Push(int kind, int a, int b, int c)
    {
        if (_top == _stack.Length)
            Array.Resize(ref _stack, 2 * _stack.Length);
        var stack = _stack;
        stack[_top] = kind;
        stack[_top + 1] = a;
        stack[_top + 2] = b;
        stack[_top + 3] = c;
        _top += EntrySize;
    }

    private void DropChoices(int height)
    {
        var kept = height;
        for (var entry = height; entry < _top; entry += EntrySize)
        {
            if (_stack[entry] is not (OldMark or OldLoop))
                continue;
            if (kept != entry)
                Array.Copy(_stack, entry, _stack, kept, EntrySize);
            kept += EntrySize;
        }
        _top = kept;
    }

    private void Unwind(int height)
    {
        while (_top > height)
        {
            _top -= EntrySize;
            Restore(_top);
        }
    }

    private void Restore(int entry)
    {
        var place = _stack[entry + 1];
        if (_stack[entry] == OldMark)
        {
            Marks[place] = _stack[entry + 2];
            LastGroup = _stack[entry + 3];
        }
        else if (_stack[entry] == OldLoop)
        {
            _registers[place] = _stack[entry + 2];
            _registers[place + 1] = _stack[entry + 3];
        }
    }
}
