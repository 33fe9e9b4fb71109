using PyCoro.Runtime.Exceptions;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>The descriptor of a field of builtin exception classes (library reference: Built-in Exceptions).</summary>
internal sealed class PyExceptionField(PyType owner, string name, int index, PyExceptionField.Access access)
    : PyDataDescriptor(MemberDescriptorType.TypeObject.RootShape, owner)
{
    /// <summary>What may be done with a field.</summary>
    internal enum Access : byte
    {
        /// <summary>Holds anything; deleted it is None.</summary>
        Any,

        /// <summary>Cannot be set.</summary>
        ReadOnly,

        /// <summary>Holds an int and cannot be deleted.</summary>
        Number,

        /// <summary>Holds an int; is missing until it is set.</summary>
        OptionalNumber,
    }

    internal override string Name => name;

    internal override string? Doc => "exception " + name;

    internal override bool IsMember => access != Access.OptionalNumber;

    internal override Value Get(VmThread thread, Value receiver)
    {
        if (receiver.Ref is not PyException exception || !exception.Type.IsSubtypeOf(Owner))
            return DoesNotApply(thread, receiver);
        var value = exception.Field(index);
        if (!value.IsNone)
            return value;
        return access switch
        {
            Access.Number => Value.Int(0),
            Access.OptionalNumber => thread.Raise(ExceptionTypes.AttributeError, name),
            _ => value,
        };
    }

    internal override Value Set(VmThread thread, Value receiver, Value value)
    {
        if (access == Access.ReadOnly)
            return thread.Raise(ExceptionTypes.AttributeError, "readonly attribute");
        if (receiver.Ref is not PyException exception || !exception.Type.IsSubtypeOf(Owner))
            return DoesNotApply(thread, receiver);
        switch (access)
        {
            case Access.Number when value.IsUnbound:
                return thread.TypeError("can't delete numeric/char attribute");
            case Access.Number when !value.TryGetInt64(out _):
                return thread.TypeError("an integer is required");
            case Access.OptionalNumber when value.IsUnbound && exception.Field(index).IsNone:
                return thread.Raise(ExceptionTypes.AttributeError, name);
            case Access.OptionalNumber when !value.IsUnbound:
                if (!Conversions.TryIndex64(thread, value, out var number))
                    return Value.Error;
                value = Value.Int(number);
                break;
        }
        exception.SetField(index, value.IsUnbound ? Value.None : value);
        return Value.None;
    }
}
