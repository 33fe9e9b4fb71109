// Python 3.11's tokens as far as a regular language describes them (language reference, chapter 2).
// What needs memory is done in C# beside it: the body of strings and comments is skipped by a vectorised search
// (PythonLexerBase), and indentation, line joining in brackets and soft keywords are the token source's (TokenReader).
// No \p{...} sets here: they make the lexer's tables huge. Every non-ASCII character is let through as part of a name
// and the token source checks names that are not plain ASCII.
lexer grammar PythonLexer;

options { superClass = PythonLexerBase; }

// Made by the token source, never by this lexer.
tokens { INDENT, DEDENT, MATCH, CASE, TRAILING_COMMA, LEXICAL_ERROR }

FALSE    : 'False' ;
NONE     : 'None' ;
TRUE     : 'True' ;
AND      : 'and' ;
AS       : 'as' ;
ASSERT   : 'assert' ;
ASYNC    : 'async' ;
AWAIT    : 'await' ;
BREAK    : 'break' ;
CLASS    : 'class' ;
CONTINUE : 'continue' ;
DEF      : 'def' ;
DEL      : 'del' ;
ELIF     : 'elif' ;
ELSE     : 'else' ;
EXCEPT   : 'except' ;
FINALLY  : 'finally' ;
FOR      : 'for' ;
FROM     : 'from' ;
GLOBAL   : 'global' ;
IF       : 'if' ;
IMPORT   : 'import' ;
IN       : 'in' ;
IS       : 'is' ;
LAMBDA   : 'lambda' ;
NONLOCAL : 'nonlocal' ;
NOT      : 'not' ;
OR       : 'or' ;
PASS     : 'pass' ;
RAISE    : 'raise' ;
RETURN   : 'return' ;
TRY      : 'try' ;
WHILE    : 'while' ;
WITH     : 'with' ;
YIELD    : 'yield' ;

NAME : [a-zA-Z_\u0080-\uFFFF] [a-zA-Z0-9_\u0080-\uFFFF]* ;

NUMBER
    : DIGITS? '.' DIGITS EXPONENT? [jJ]?
    | DIGITS '.' EXPONENT? [jJ]?
    | DIGITS EXPONENT [jJ]?
    | DIGITS [jJ]
    | [1-9] ('_'? [0-9])*
    | '0' ('_'? '0')*
    | '0' [xX] ('_'? [0-9a-fA-F])+
    | '0' [oO] ('_'? [0-7])+
    | '0' [bB] ('_'? [01])+
    ;

fragment DIGITS   : [0-9] ('_'? [0-9])* ;
fragment EXPONENT : [eE] [+-]? DIGITS ;

// The action moves the end of the token behind the closing quote, or makes the token a LEXICAL_ERROR.
STRING : ([uU] | [bB] [rR]? | [fF] [rR]? | [rR] [bBfF]?)? ['"] { ScanString(); } ;

LPAREN : '(' ;
RPAREN : ')' ;
LBRACK : '[' ;
RBRACK : ']' ;
LBRACE : '{' ;
RBRACE : '}' ;

COMMA    : ',' ;
COLON    : ':' ;
SEMI     : ';' ;
DOT      : '.' ;
ELLIPSIS : '...' ;
ARROW    : '->' ;
WALRUS   : ':=' ;
ASSIGN   : '=' ;

PLUS    : '+' ;
MINUS   : '-' ;
STAR    : '*' ;
POWER   : '**' ;
SLASH   : '/' ;
DSLASH  : '//' ;
PERCENT : '%' ;
AT      : '@' ;
LSHIFT  : '<<' ;
RSHIFT  : '>>' ;
AMPER   : '&' ;
VBAR    : '|' ;
CARET   : '^' ;
TILDE   : '~' ;

LT : '<' ;
GT : '>' ;
LE : '<=' ;
GE : '>=' ;
EQ : '==' ;
NE : '!=' ;

// A token in CPython too, so that the caret covers both characters; no rule takes it.
LTGT : '<>' ;

PLUS_ASSIGN    : '+=' ;
MINUS_ASSIGN   : '-=' ;
STAR_ASSIGN    : '*=' ;
AT_ASSIGN      : '@=' ;
SLASH_ASSIGN   : '/=' ;
PERCENT_ASSIGN : '%=' ;
AMPER_ASSIGN   : '&=' ;
VBAR_ASSIGN    : '|=' ;
CARET_ASSIGN   : '^=' ;
LSHIFT_ASSIGN  : '<<=' ;
RSHIFT_ASSIGN  : '>>=' ;
POWER_ASSIGN   : '**=' ;
DSLASH_ASSIGN  : '//=' ;

NEWLINE : '\n' ;

COMMENT   : '#' { ScanComment(); } -> skip ;
SPACES    : [ \t\f]+ -> skip ;
LINE_JOIN : '\\' '\n' -> skip ;

UNKNOWN : . ;
