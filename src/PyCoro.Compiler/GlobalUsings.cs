// These names of the ast module exist in System too; in the compiler they always mean the node.

global using Attribute = PyCoro.Syntax.Ast.Attribute;
global using Module = PyCoro.Syntax.Ast.Module;
global using Tuple = PyCoro.Syntax.Ast.Tuple;
