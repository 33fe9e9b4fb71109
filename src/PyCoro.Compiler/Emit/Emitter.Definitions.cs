// def, async def, lambda and class: evaluate what belongs to the moment of definition (decorators, defaults,
// annotations, bases) here, compile the body as a unit of its own, and put both together.

using System.Collections.Immutable;
using PyCoro.Compiler.Bytecode;
using PyCoro.Compiler.Symbols;
using PyCoro.Compiler.Unparsing;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    private void EmitFunction(
        Stmt node, string name, Arguments args, ImmutableArray<Stmt> body, ImmutableArray<Expr> decorators, Expr? returns, UnitKind kind)
    {
        foreach (var decorator in decorators)
            Emit(decorator);
        var firstLine = decorators.Length > 0 ? decorators[0].Span.Line : node.Span.Line;
        ForbidDebugParameters(args);
        var flags = EmitDefaults(args);
        if (EmitAnnotations(args, returns))
            flags |= 4;

        var outerPosition = position;
        var outerNesting = nesting;
        Enter(scopes[node], kind, name, firstLine);
        nesting++;
        SetParameters(args);
        var docstring = context.Options.Optimize < 2 ? Docstring(body) : null;
        unit.Constants.Add(docstring);
        for (var i = Docstring(body) is null ? 0 : 1; i < body.Length; i++)
            Emit(body[i]);
        var code = Leave();
        nesting = outerNesting;
        position = outerPosition;
        EmitClosure(code, flags);
        ApplyDecorators(decorators);
        Store(name);
    }

    private void EmitLambda(Lambda e)
    {
        ForbidDebugParameters(e.Args);
        var flags = EmitDefaults(e.Args);
        var outerPosition = position;
        Enter(scopes[e], UnitKind.Lambda, "<lambda>", e.Span.Line);
        SetParameters(e.Args);
        // The first constant of a function is its docstring: a lambda has none.
        unit.Constants.Add(null);
        Emit(e.Body);
        if (unit.Scope.IsGenerator)
            position = e.Body.Span;
        Emit(Opcode.RETURN_VALUE);
        var code = Leave();
        position = outerPosition;
        EmitClosure(code, flags);
    }

    private void SetParameters(Arguments args)
    {
        unit.PosOnlyArgCount = args.PosOnlyArgs.Length;
        unit.ArgCount = args.PosOnlyArgs.Length + args.Args.Length;
        unit.KwOnlyArgCount = args.KwOnlyArgs.Length;
    }

    private void ForbidDebugParameters(Arguments args)
    {
        foreach (var arg in args.PosOnlyArgs.Concat(args.Args).Concat(args.KwOnlyArgs))
            ForbidDebug(arg.Name, ExprContext.Store);
        if (args.VarArg is not null)
            ForbidDebug(args.VarArg.Name, ExprContext.Store);
        if (args.KwArg is not null)
            ForbidDebug(args.KwArg.Name, ExprContext.Store);
    }

    private int EmitDefaults(Arguments args)
    {
        var flags = 0;
        if (args.Defaults.Length > 0)
        {
            Emit(new Tuple(args.Defaults, ExprContext.Load, position));
            flags |= 1;
        }
        List<object?> names = [];
        for (var i = 0; i < args.KwOnlyArgs.Length; i++)
        {
            if (args.KwDefaults[i] is not { } value)
                continue;
            names.Add(Mangle(args.KwOnlyArgs[i].Name));
            Emit(value);
        }
        if (names.Count > 0)
        {
            EmitConstant(new ConstantTuple([.. names]));
            Emit(Opcode.BUILD_CONST_KEY_MAP, names.Count);
            flags |= 2;
        }
        return flags;
    }

    private bool EmitAnnotations(Arguments args, Expr? returns)
    {
        List<(string Name, Expr Annotation)> annotations = [];
        foreach (var arg in args.Args.Concat(args.PosOnlyArgs))
            Add(arg.Name, arg.Annotation);
        // *args: *Ts
        Add(args.VarArg?.Name, args.VarArg?.Annotation);
        foreach (var arg in args.KwOnlyArgs)
            Add(arg.Name, arg.Annotation);
        Add(args.KwArg?.Name, args.KwArg?.Annotation);
        Add("return", returns);
        if (annotations.Count == 0)
            return false;
        if (annotations.All(a => a.Annotation is Constant))
        {
            EmitConstant(new ConstantTuple([.. annotations.SelectMany(a => new[] { a.Name, ((Constant)a.Annotation).Value })]));
            return true;
        }
        foreach (var (name, annotation) in annotations)
        {
            EmitConstant(name);
            if (annotation is Starred starred)
            {
                Emit(starred.Value);
                Emit(Opcode.UNPACK_SEQUENCE, 1);
            }
            else
            {
                Emit(annotation);
            }
        }
        Emit(Opcode.BUILD_TUPLE, annotations.Count * 2);
        return true;

        void Add(string? name, Expr? annotation)
        {
            if (annotation is not null)
                annotations.Add((Mangle(name!), AnnotationValue(annotation)));
        }
    }

    private Expr AnnotationValue(Expr annotation) =>
        context.Futures.Annotations
            ? new Constant(Unparser.Unparse(annotation), null, annotation.Span)
            : folder.Fold(annotation);

    private void EmitClosure(CodeObject code, int flags)
    {
        if (code.FreeVars.Length > 0)
        {
            foreach (var name in code.FreeVars)
                Emit(Opcode.LOAD_CLOSURE, unit.Deref(name));
            Emit(Opcode.BUILD_TUPLE, code.FreeVars.Length);
            flags |= 8;
        }
        EmitConstant(code);
        Emit(Opcode.MAKE_FUNCTION, flags);
    }

    // The decorators lie below the function as callables, and it lies where self would.
    private void ApplyDecorators(ImmutableArray<Expr> decorators)
    {
        var saved = position;
        for (var i = decorators.Length - 1; i >= 0; i--)
        {
            position = decorators[i].Span;
            Emit(Opcode.CALL, 0);
        }
        position = saved;
    }

    private void EmitClass(ClassDef s)
    {
        foreach (var decorator in s.DecoratorList)
            Emit(decorator);
        var firstLine = s.DecoratorList.Length > 0 ? s.DecoratorList[0].Span.Line : s.Span.Line;

        var outerPosition = position;
        var outerNesting = nesting;
        Enter(scopes[s], UnitKind.Class, s.Name, firstLine);
        nesting++;
        unit.PrivateName = s.Name;
        EmitName(Opcode.LOAD_NAME, "__name__");
        EmitName(Opcode.STORE_NAME, "__module__");
        EmitConstant(unit.QualName);
        EmitName(Opcode.STORE_NAME, "__qualname__");
        EmitBody(s.Body);
        position = NoPosition;
        if (unit.Scope.NeedsClassCell)
        {
            Emit(Opcode.LOAD_CLOSURE, unit.Deref("__class__"));
            Emit(Opcode.COPY, 1);
            EmitName(Opcode.STORE_NAME, "__classcell__");
        }
        else
        {
            EmitConstant(null);
        }
        Emit(Opcode.RETURN_VALUE);
        var code = Leave();
        nesting = outerNesting;
        position = outerPosition;

        Emit(Opcode.LOAD_BUILD_CLASS);
        var isPlain = !NeedsArgumentTuple(s.Bases, s.Keywords);
        if (isPlain)
            Emit(Opcode.PUSH_NULL);
        EmitClosure(code, 0);
        EmitConstant(s.Name);
        EmitArguments(2, s.Bases, s.Keywords);
        ApplyDecorators(s.DecoratorList);
        Store(s.Name);
    }
}
