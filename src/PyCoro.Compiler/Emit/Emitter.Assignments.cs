// Assignment in its forms. Targets are expressions with Store context: emitting one pops the value.

using PyCoro.Compiler.Bytecode;
using PyCoro.Syntax.Ast;

namespace PyCoro.Compiler.Emit;

internal sealed partial class Emitter
{
    private void EmitAssign(Assign s)
    {
        Emit(s.Value);
        for (var i = 0; i < s.Targets.Length; i++)
        {
            if (i < s.Targets.Length - 1)
                Emit(Opcode.COPY, 1);
            Emit(s.Targets[i]);
        }
    }

    private void EmitAugAssign(AugAssign s)
    {
        var target = s.Target;
        position = target.Span;
        switch (target)
        {
            case Attribute e:
                Emit(e.Value);
                Emit(Opcode.COPY, 1);
                StartAtAttribute(e);
                EmitName(Opcode.LOAD_ATTR, e.Attr);
                break;
            case Subscript e:
                Emit(e.Value);
                Emit(e.Slice);
                Emit(Opcode.COPY, 2);
                Emit(Opcode.COPY, 2);
                Emit(Opcode.BINARY_SUBSCR);
                break;
            case Name e:
                EmitVariable(e.Id, ExprContext.Load);
                break;
        }
        position = s.Span;
        Emit(s.Value);
        Emit(Opcode.BINARY_OP, (int)Operation(s.Op) + (int)BinaryOperation.InplaceAdd);
        position = target.Span;
        switch (target)
        {
            case Attribute e:
                StartAtAttribute(e);
                Emit(Opcode.SWAP, 2);
                EmitName(Opcode.STORE_ATTR, e.Attr);
                break;
            case Subscript:
                Emit(Opcode.SWAP, 3);
                Emit(Opcode.SWAP, 2);
                Emit(Opcode.STORE_SUBSCR);
                break;
            case Name e:
                Store(e.Id);
                break;
        }
    }

    private void EmitAnnAssign(AnnAssign s)
    {
        if (s.Value is not null)
        {
            Emit(s.Value);
            Emit(s.Target);
        }
        switch (s.Target)
        {
            case Name e:
                ForbidDebug(e.Id, ExprContext.Store);
                if (s.Simple != 0 && unit.Kind is (UnitKind.Module or UnitKind.Class))
                    EmitAnnotationEntry(e, s.Annotation);
                break;
            case Attribute e:
                ForbidDebug(e.Attr, ExprContext.Store);
                if (s.Value is null)
                    EmitForEffect(e.Value);
                break;
            case Subscript e when s.Value is null:
                EmitForEffect(e.Value);
                EmitSubscriptForEffect(e.Slice);
                break;
        }
        // Annotations of other targets are evaluated and forgotten, and only where names have annotations at all.
        if (s.Simple == 0 && !context.Futures.Annotations && unit.Kind is (UnitKind.Module or UnitKind.Class))
            EmitForEffect(s.Annotation);
    }

    private void EmitAnnotationEntry(Name target, Expr annotation)
    {
        Emit(AnnotationValue(annotation));
        Emit(Opcode.LOAD_NAME, unit.NameIndex("__annotations__"));
        EmitConstant(Mangle(target.Id));
        Emit(Opcode.STORE_SUBSCR);
    }

    private void EmitForEffect(Expr e)
    {
        Emit(e);
        Emit(Opcode.POP_TOP);
    }

    private void EmitSubscriptForEffect(Expr slice)
    {
        switch (slice)
        {
            case Slice e:
                foreach (var part in new[] { e.Lower, e.Upper, e.Step })
                {
                    if (part is not null)
                        EmitForEffect(part);
                }
                break;
            case Tuple e:
                foreach (var element in e.Elts)
                    EmitSubscriptForEffect(element);
                break;
            default:
                EmitForEffect(slice);
                break;
        }
    }
}
