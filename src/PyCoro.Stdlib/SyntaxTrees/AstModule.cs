using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.SyntaxTrees;
using PyCoro.Runtime.Threads;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.SyntaxTrees;

/// <summary>The node classes and the flags of compile() that go with them.</summary>
[PyModule("_ast")]
internal static partial class AstModule
{
    [PyConstant("PyCF_ONLY_AST")] private const int OnlyAst = 0x400;
    [PyConstant("PyCF_TYPE_COMMENTS")] private const int TypeComments = 0x1000;
    [PyConstant("PyCF_ALLOW_TOP_LEVEL_AWAIT")] private const int AllowTopLevelAwait = 0x2000;

    [PyModuleInit]
    private static Value Initialize(VmThread thread, PyModule module)
    {
        foreach (var (name, type) in NodeTypes.Of(thread).All)
            module.Dict.SetStr(thread.Interpreter.Intern(name), type);
        return Value.None;
    }
}
