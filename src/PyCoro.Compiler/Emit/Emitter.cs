// Turns the tree into blocks of instructions, one code unit at a time. The parts (statements, loops, exceptions, calls,
// comprehensions, patterns, …) are files of this class; here is what they all use: emitting with the position of the node
// at hand, blocks, names, and entering and leaving units.

using PyCoro.Compiler.Assembly;
using PyCoro.Compiler.Bytecode;
using PyCoro.Compiler.Folding;
using PyCoro.Compiler.Symbols;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter(CompilationContext context, SymbolTable scopes)
{
    // More values than this are not piled up on the stack at once, but added to a list, set or dict one by one.
    private const int StackUseGuideline = 30;

    // Artificial code: it gets the position of what runs before it.
    private static readonly SourceSpan NoPosition = new(-1, 0, 0, 0);

    private readonly ConstantFolder folder = new(context);
    private CodeUnit unit = null!;
    private SourceSpan position;
    private int nesting;

    public CodeObject EmitModule(Mod module)
    {
        Enter(scopes[module], UnitKind.Module, "<module>", 1);
        unit.QualName = "<module>";
        if (unit.IsModuleCoroutine(context))
        {
            position = new SourceSpan(1, -1, 1, -1);
            BeginGenerator();
        }
        position = new SourceSpan(0, 0, 1, 0);
        Emit(Opcode.RESUME, 0);
        position = NoPosition;
        switch (module)
        {
            case Module m:
                EmitBody(m.Body);
                break;
            case Interactive i:
                if (FindsAnnotation(i.Body))
                    Emit(Opcode.SETUP_ANNOTATIONS);
                nesting = 1;
                EmitAll(i.Body);
                break;
            case Expression e:
                Emit(e.Body);
                Emit(Opcode.RETURN_VALUE);
                break;
        }
        return Leave();
    }

    // --- units

    private void Enter(Scope scope, UnitKind kind, string name, int firstLine)
    {
        context.GuardStack("compilation");
        unit = new CodeUnit(unit, scope, kind, name, firstLine);
        if (kind == UnitKind.Module)
            return;
        unit.QualName = QualifiedName();
        if (kind != UnitKind.Class && (scope.IsGenerator || scope.IsCoroutine))
        {
            position = new SourceSpan(firstLine, -1, firstLine, -1);
            BeginGenerator();
        }
        position = new SourceSpan(firstLine, 0, firstLine, 0);
        Emit(Opcode.RESUME, 0);
    }

    private void BeginGenerator()
    {
        Emit(Opcode.RETURN_GENERATOR);
        Emit(Opcode.POP_TOP);
    }

    // An async function, or a module whose code may be a coroutine's.
    private bool MayAwait =>
        unit.Kind == UnitKind.AsyncFunction || (unit.Kind == UnitKind.Module && context.Options.AllowTopLevelAwait);

    private CodeObject Leave()
    {
        if (unit.Current.Last is not { EndsFlow: true })
        {
            position = NoPosition;
            EmitConstant(null);
            Emit(Opcode.RETURN_VALUE);
        }
        var code = new Assembler(unit, context).Assemble();
        unit = unit.Parent!;
        return code;
    }

    private string QualifiedName()
    {
        var parent = unit.Parent!;
        if (parent.Kind == UnitKind.Module)
            return unit.Name;
        if (unit.Kind is UnitKind.Function or UnitKind.AsyncFunction or UnitKind.Class
            && parent.Scope.ScopeOf(NameMangling.Mangle(parent.PrivateName, unit.Name)) == NameScope.GlobalExplicit)
            return unit.Name;
        return parent.Kind is UnitKind.Function or UnitKind.AsyncFunction or UnitKind.Lambda
            ? $"{parent.QualName}.<locals>.{unit.Name}"
            : $"{parent.QualName}.{unit.Name}";
    }

    // --- instructions

    private Ir Emit(Opcode op, int arg = 0)
    {
        // Code after a jump or return starts a block of its own, which nothing reaches.
        if (unit.Current.Last is { EndsFlow: true })
            unit.Use(new Block());
        var instruction = new Ir(op, arg, position, unit.Handler);
        unit.Current.Code.Add(instruction);
        return instruction;
    }

    private void EmitName(Opcode op, string name) => Emit(op, unit.NameIndex(Mangle(name)));

    private void EmitConstant(object? value) =>
        Emit(Opcode.LOAD_CONST, unit.Constants.Add(value)).LoadsNone = value is null;

    private void EmitInt(long value) => EmitConstant(new System.Numerics.BigInteger(value));

    private void EmitJump(Opcode op, Block target)
    {
        Emit(op).Target = target;
        unit.Use(new Block());
    }

    private void EmitArtificialJump(Block target)
    {
        var saved = position;
        position = NoPosition;
        EmitJump(Opcode.JUMP_FORWARD, target);
        position = saved;
    }

    /// <summary>From here to <see cref="CloseRange"/> exceptions go to <paramref name="handler"/>.</summary>
    private void OpenRange(Block handler, bool pushLasti, int ignoredValues = 0)
    {
        var mark = Emit(Opcode.NOP, ignoredValues);
        mark.Opens = unit.Handler = new Handler(handler, pushLasti, unit.Handler);
    }

    private void CloseRange()
    {
        unit.Handler = unit.Handler!.Outer;
        Emit(Opcode.NOP);
    }

    private void CloseRangeArtificially()
    {
        var saved = position;
        position = NoPosition;
        CloseRange();
        position = saved;
    }

    private void EmitYieldFrom(int resumeKind)
    {
        EmitConstant(null);
        Emit(Opcode.YIELD_FROM);
        Emit(Opcode.RESUME, resumeKind);
    }

    // --- names

    private string Mangle(string name) => NameMangling.Mangle(unit.PrivateName, name);

    private void ForbidDebug(string name, ExprContext use)
    {
        if (name != "__debug__" || use == ExprContext.Load)
            return;
        throw Error(use == ExprContext.Store ? "cannot assign to __debug__" : "cannot delete __debug__");
    }

    private void EmitVariable(string name, ExprContext use)
    {
        ForbidDebug(name, use);
        var mangled = Mangle(name);
        var scope = unit.Scope.ScopeOf(mangled);
        switch (scope)
        {
            case NameScope.Free:
            case NameScope.Cell:
                var load = unit.Scope.Kind == ScopeKind.Class ? Opcode.LOAD_CLASSDEREF : Opcode.LOAD_DEREF;
                var index = scope == NameScope.Free ? unit.DerefFree(mangled) : unit.Deref(mangled);
                Emit(Choose(use, load, Opcode.STORE_DEREF, Opcode.DELETE_DEREF), index);
                break;
            case NameScope.Local when unit.IsFunctionScope:
                Emit(Choose(use, Opcode.LOAD_FAST, Opcode.STORE_FAST, Opcode.DELETE_FAST), unit.Variable(mangled));
                break;
            case NameScope.GlobalExplicit:
            case NameScope.GlobalImplicit when unit.IsFunctionScope:
                Emit(Choose(use, Opcode.LOAD_GLOBAL, Opcode.STORE_GLOBAL, Opcode.DELETE_GLOBAL), unit.NameIndex(mangled));
                break;
            default:
                Emit(Choose(use, Opcode.LOAD_NAME, Opcode.STORE_NAME, Opcode.DELETE_NAME), unit.NameIndex(mangled));
                break;
        }
    }

    private void Store(string name) => EmitVariable(name, ExprContext.Store);

    private static Opcode Choose(ExprContext use, Opcode load, Opcode store, Opcode delete) =>
        use switch
        {
            ExprContext.Load => load,
            ExprContext.Store => store,
            _ => delete,
        };

    // --- errors

    private Exception Error(string message) => context.Error(message, position);
}
