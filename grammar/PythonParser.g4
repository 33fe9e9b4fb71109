// Python 3.11's grammar (language reference, chapter 10), shaped for speed:
// * every decision but two looks at one token: the token source tells the comma before a closing token
//   (TRAILING_COMMA) from the others, and `match`/`case` as keywords from the names;
// * operators are flat lists whose precedence the AST builder climbs, not a rule for each level;
// * where CPython's first pass would only find a general error and its second pass a special one (targets, keyword
//   arguments, order of parameters, mixed displays), this grammar accepts more and the AST builder's checks decide.
parser grammar PythonParser;

options { tokenVocab = PythonLexer; superClass = PythonParserBase; contextSuperClass = PythonRuleContext; }

// ---- starting points ------------------------------------------------------------------------------------------

fileInput        : statement* EOF ;
interactiveInput : statement? NEWLINE? EOF ;
expressionInput  : starExpressions NEWLINE? EOF ;
functionTypeInput : LPAREN (functionTypeArgument (COMMA functionTypeArgument)*)? RPAREN ARROW expression NEWLINE? EOF ;
functionTypeArgument : (STAR | POWER)? expression ;
replacementField : (yieldExpression | starExpressions) NEWLINE? EOF ;

// ---- statements -----------------------------------------------------------------------------------------------

statement : compoundStatement | simpleStatements ;

simpleStatements : simpleStatement (SEMI simpleStatement)* SEMI? NEWLINE ;

simpleStatement
    : RETURN starExpressions?
    | IMPORT dottedAsName (COMMA dottedAsName)*
    | FROM importOrigin IMPORT importTargets
    | RAISE (expression (FROM expression)?)?
    | PASS
    | BREAK
    | CONTINUE
    | DEL starExpressions
    | ASSERT expression (COMMA expression)?
    | GLOBAL NAME (COMMA NAME)*
    | NONLOCAL NAME (COMMA NAME)*
    | assignable
      ( (ASSIGN assignable)+
      | augmentedAssign assignable
      | COLON expression (ASSIGN assignable)?
      )?
    ;

assignable : yieldExpression | starExpressions ;

augmentedAssign
    : PLUS_ASSIGN | MINUS_ASSIGN | STAR_ASSIGN | AT_ASSIGN | SLASH_ASSIGN | PERCENT_ASSIGN | AMPER_ASSIGN
    | VBAR_ASSIGN | CARET_ASSIGN | LSHIFT_ASSIGN | RSHIFT_ASSIGN | POWER_ASSIGN | DSLASH_ASSIGN
    ;

dottedAsName  : dottedName (AS NAME)? ;
dottedName    : NAME (DOT NAME)* ;
importOrigin  : (DOT | ELLIPSIS)+ dottedName? | dottedName ;
importTargets : STAR | LPAREN importAsName (COMMA importAsName)* TRAILING_COMMA? RPAREN | importAsName (COMMA importAsName)* ;
importAsName  : NAME (AS NAME)? ;

compoundStatement
    : ifStatement
    | functionDefinition
    | classDefinition
    | forStatement
    | tryStatement
    | withStatement
    | whileStatement
    | decorated
    | asyncStatement
    | matchStatement
    ;

block : NEWLINE INDENT statement+ DEDENT | simpleStatements ;

ifStatement    : IF namedExpression COLON block (ELIF namedExpression COLON block)* elseBlock? ;
whileStatement : WHILE namedExpression COLON block elseBlock? ;
forStatement   : FOR targets IN starExpressions COLON block elseBlock? ;
elseBlock      : ELSE COLON block ;

tryStatement : TRY COLON block (exceptBlock+ elseBlock? finallyBlock? | finallyBlock) ;
exceptBlock  : EXCEPT STAR? (expression (AS NAME)?)? COLON block ;
finallyBlock : FINALLY COLON block ;

// The two alternatives need lookahead up to the closing bracket; where both fit, the first is CPython's choice.
withStatement
    : WITH LPAREN withItem (COMMA withItem)* TRAILING_COMMA? RPAREN COLON block
    | WITH withItem (COMMA withItem)* COLON block
    ;
withItem : expression (AS target)? ;

asyncStatement : ASYNC (functionDefinition | withStatement | forStatement) ;

decorated : (AT namedExpression NEWLINE)+ (functionDefinition | classDefinition | ASYNC functionDefinition) ;

functionDefinition : DEF NAME LPAREN parameters? RPAREN (ARROW expression)? COLON block ;

parameters : parameter (COMMA parameter)* TRAILING_COMMA? ;
parameter
    : NAME (COLON expression)? (ASSIGN expression)?
    | STAR (NAME (COLON (STAR bitwiseOr | expression))?)? (ASSIGN expression)?
    | POWER NAME (COLON expression)? (ASSIGN expression)?
    | SLASH
    ;

classDefinition : CLASS NAME (LPAREN arguments? RPAREN)? COLON block ;

// ---- match ----------------------------------------------------------------------------------------------------

matchStatement : MATCH matchSubject COLON NEWLINE INDENT caseBlock+ DEDENT ;
matchSubject   : displayItem (COMMA displayItem)* TRAILING_COMMA? ;
caseBlock      : CASE patterns (IF namedExpression)? COLON block ;

patterns        : sequenceElement (COMMA sequenceElement)* TRAILING_COMMA? ;
sequenceElement : STAR NAME | pattern ;
pattern         : closedPattern (VBAR closedPattern)* (AS NAME)? ;
closedPattern
    : literalPattern
    | NAME (DOT NAME)* (LPAREN patternArguments? RPAREN)?
    | LPAREN patterns? RPAREN
    | LBRACK patterns? RBRACK
    | LBRACE (mappingItem (COMMA mappingItem)* TRAILING_COMMA?)? RBRACE
    ;
literalPattern   : MINUS? NUMBER ((PLUS | MINUS) NUMBER)? | STRING+ | NONE | TRUE | FALSE ;
patternArguments : patternArgument (COMMA patternArgument)* TRAILING_COMMA? ;
patternArgument  : pattern (ASSIGN pattern)? ;
mappingItem      : (literalPattern | NAME (DOT NAME)+) COLON pattern | POWER NAME ;

// ---- expressions ----------------------------------------------------------------------------------------------

starExpressions
    : (STAR bitwiseOr | expression) (COMMA (STAR bitwiseOr | expression))* TRAILING_COMMA?
    ;

yieldExpression : YIELD (FROM expression | starExpressions)? ;

namedExpression : expression (WALRUS expression)? ;

expression
    : NOT* comparison ((AND | OR) NOT* comparison)* (IF disjunction ELSE expression)?
    | LAMBDA lambdaParameters? COLON expression
    ;

disjunction : NOT* comparison ((AND | OR) NOT* comparison)* ;

lambdaParameters : lambdaParameter (COMMA lambdaParameter)* (COMMA | TRAILING_COMMA)? ;
lambdaParameter
    : NAME (ASSIGN expression)?
    | STAR NAME? (ASSIGN expression)?
    | POWER NAME (ASSIGN expression)?
    | SLASH
    ;

comparison
    : (PLUS | MINUS | TILDE)* AWAIT? primary
      ( ( PLUS | MINUS | STAR | SLASH | DSLASH | PERCENT | AT | POWER | LSHIFT | RSHIFT | AMPER | VBAR | CARET
        | LT | GT | LE | GE | EQ | NE | IN | NOT IN | IS NOT?
        )
        (PLUS | MINUS | TILDE)* AWAIT? primary
      )*
    ;

bitwiseOr
    : (PLUS | MINUS | TILDE)* AWAIT? primary
      ( (PLUS | MINUS | STAR | SLASH | DSLASH | PERCENT | AT | POWER | LSHIFT | RSHIFT | AMPER | VBAR | CARET)
        (PLUS | MINUS | TILDE)* AWAIT? primary
      )*
    ;

primary
    : (NAME | NUMBER | STRING+ | NONE | TRUE | FALSE | ELLIPSIS | group | listDisplay | braceDisplay)
      (DOT NAME | LPAREN arguments? RPAREN | LBRACK slices RBRACK)*
    ;

targets : target (COMMA target)* TRAILING_COMMA? ;
target  : STAR? primary ;

group       : LPAREN (yieldExpression | displayItems)? RPAREN ;
listDisplay : LBRACK displayItems? RBRACK ;

displayItems : displayItem (comprehension | (COMMA displayItem)* TRAILING_COMMA?) ;
displayItem  : STAR bitwiseOr | expression (WALRUS expression)? ;

braceDisplay : LBRACE (braceItem (comprehension | (COMMA braceItem)* TRAILING_COMMA?))? RBRACE ;
braceItem    : STAR bitwiseOr | POWER bitwiseOr | expression (COLON expression | WALRUS expression)? ;

comprehension : comprehensionFor+ ;
comprehensionFor : ASYNC? FOR targets IN disjunction (IF disjunction)* ;

slices : slice (COMMA slice)* TRAILING_COMMA? ;
slice  : STAR expression | sliceTail | expression (WALRUS expression | sliceTail)? ;
sliceTail : COLON expression? (COLON expression?)? ;

arguments : argument (COMMA argument)* TRAILING_COMMA? ;
argument  : STAR expression | POWER expression | expression (WALRUS expression comprehension? | ASSIGN expression | comprehension)? ;
