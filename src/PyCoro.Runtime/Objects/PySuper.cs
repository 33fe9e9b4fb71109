using System.Diagnostics.CodeAnalysis;
using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Execution;
using PyCoro.Runtime.Operations;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Runtime.Objects;

/// <summary>super() -> same as super(__class__, &lt;first argument&gt;)</summary>
[PyType("super", Subclassable = true)]
internal sealed partial class PySuper : PyObject
{
    private static readonly PyStr ClassName = PyStr.Constant("__class__");
    private PyType? _this;
    private Value _self = Value.Unbound;
    private PyType? _selfType;

    internal PySuper(Shape shape) : base(shape) { }

    /// <summary>Makes it <c>super(type, type)</c>.</summary>
    internal void Bind(PyType type, PyType self)
    {
        _this = type;
        _self = self;
        _selfType = self;
    }

    /// <summary>The attribute from the classes behind this one in the MRO of the object's class.</summary>
    internal Value GetAttribute(VmThread thread, PyStr name, bool report)
    {
        if (_selfType is { } start && !PyStr.Same(name, ClassName))
        {
            var found = FindBehind(start, _this, name);
            if (!found.IsUnbound)
                return Attributes.Bind(thread, found, ReferenceEquals(_self.Ref, start) ? Value.Unbound : _self, start);
        }
        return Attributes.GetFromInstance(thread, this, Type, name, report);
    }

    /// <summary>The function behind a method that needs no more than a receiver; unbound when there is more to it.</summary>
    internal Value FindMethod(PyStr name, out Value receiver)
    {
        receiver = Value.Unbound;
        if (_selfType is not { } start || Type.IsHeapType)
            return Value.Unbound;
        var found = FindBehind(start, _this, name);
        var function = MethodSites.Unwrap(found, start, out receiver);
        if (found.Ref is PyFunction && !ReferenceEquals(_self.Ref, start))
            receiver = _self;
        return function;
    }

    /// <summary>What the classes behind one in the MRO of another have under a name, not bound; unbound when none has it.</summary>
    internal static Value FindBehind(PyType start, PyType? type, PyStr name)
    {
        var mro = start.Mro;
        for (var i = Array.IndexOf(mro, type) + 1; i < mro.Length; i++)
        {
            var found = mro[i].Dict.GetStr(name);
            if (!found.IsUnbound)
                return found;
        }
        return Value.Unbound;
    }

    /// <summary>Class and first argument that <c>super()</c> takes from a method's frame, if they are where they usually are.</summary>
    internal static bool TryFindIn(Frame frame, [NotNullWhen(true)] out PyType? type, out Value self)
    {
        type = null;
        self = Value.Unbound;
        var place = frame.Code.ClassCellPlace;
        if (place < 0 || frame.Code.ArgCount == 0)
            return false;
        self = frame.Slot(0);
        type = (frame.Slot(place).Ref as PyCell)?.Content.Ref as PyType;
        return type is not null && self.Ref is not (PyCell or Sentinel);
    }

    /// <summary><c>super()</c> in a method.</summary>
    internal static Value OfFrame(VmThread thread)
    {
        var made = new PySuper(TypeObject.RootShape);
        return made.Init(thread, []).IsError ? Value.Error : made;
    }

    [PyMethod("__init__")]
    private Value Init(VmThread thread, ReadOnlySpan<Value> args)
    {
        if (args.Length > 2)
            return thread.TypeError($"super() expected at most 2 arguments, got {args.Length}");
        Value self = Value.Unbound;
        PyType? type;
        if (args.Length == 0)
        {
            if (!TryFromFrame(thread, out type, out self))
                return Value.Error;
        }
        else
        {
            type = args[0].Ref as PyType;
            if (type is null)
                return thread.TypeError($"super() argument 1 must be a type, not {args[0].Type.Name}");
            if (args.Length == 2 && !args[1].IsNone)
                self = args[1];
        }
        if (!self.IsUnbound)
        {
            _selfType = Check(thread, type!, self);
            if (_selfType is null)
                return Value.Error;
        }
        _this = type;
        _self = self;
        return Value.None;
    }

    [PyMethod("__getattribute__")]
    private Value GetAttributeFromPython(VmThread thread, PyStr name) => GetAttribute(thread, name, report: true);

    [PyMethod("__get__", Signature = "instance, owner=None, /")]
    private Value Get(VmThread thread, Value instance, Value owner)
    {
        if (instance.IsNone || !_self.IsUnbound)
            return this;
        if (_this is null)
            return thread.RuntimeError("super(): uninitialized super object");
        var selfType = Check(thread, _this, instance);
        return selfType is null ? Value.Error : new PySuper(Shape) { _this = _this, _self = instance, _selfType = selfType };
    }

    [PyMethod("__repr__")]
    private string Repr() => _selfType is { } type
        ? $"<super: <class '{_this!.Name}'>, <{type.Name} object>>"
        : $"<super: <class '{_this?.Name ?? "NULL"}'>, NULL>";

    [PyGetter("__thisclass__", Member = true)]
    private Value GetThisClass() => _this is { } type ? type : Value.None;

    [PyGetter("__self__", Member = true)]
    private Value GetSelf() => _self.IsUnbound ? Value.None : _self;

    [PyGetter("__self_class__", Member = true)]
    private Value GetSelfClass() => _selfType is { } type ? type : Value.None;

    private static PyType? Check(VmThread thread, PyType type, Value self)
    {
        if (self.Ref is PyType cls && cls.IsSubtypeOf(type))
            return cls;
        if (self.Type.IsSubtypeOf(type))
            return self.Type;
        var claimed = Attributes.TryGet(thread, self, ClassName);
        if (claimed.IsError)
            return null;
        if (claimed.Ref is PyType proxy && proxy.IsSubtypeOf(type))
            return proxy;
        thread.TypeError("super(type, obj): obj must be an instance or subtype of type");
        return null;
    }

    private static bool TryFromFrame(VmThread thread, out PyType? type, out Value self)
    {
        type = null;
        self = Value.Unbound;
        if (thread.Top is not { } frame)
        {
            thread.RuntimeError("super(): no current frame");
            return false;
        }
        var source = frame.Code.Source;
        if (source.ArgCount == 0)
        {
            thread.RuntimeError("super(): no arguments");
            return false;
        }
        self = frame.Slot(0);
        // A cell in the first argument's place is the compiler's, or the argument itself.
        if (self.Ref is PyCell cell && source.CellVars.Contains(source.VarNames[0]))
            self = cell.Content;
        if (self.IsUnbound)
        {
            thread.RuntimeError("super(): arg[0] deleted");
            return false;
        }
        var place = frame.Code.ClassCellPlace;
        if (place < 0)
        {
            thread.RuntimeError("super(): __class__ cell not found");
            return false;
        }
        var content = (frame.Slot(place).Ref as PyCell)?.Content ?? Value.Unbound;
        type = content.Ref as PyType;
        if (type is not null)
            return true;
        thread.RuntimeError(content.IsUnbound ? "super(): empty __class__ cell" : $"super(): __class__ is not a type ({content.Type.Name})");
        return false;
    }
}
