/*
 * The part of OpenQASM 3 that describes circuits. Every decision needs one token of lookahead, and
 * every chain of operators is flat, so that long texts are read fast and long chains do not nest.
 *
 * Keywords of what is left out are tokens without a rule: wherever one comes it is refused by name.
 */
grammar Qasm3;

version
    : OPENQASM (Decimal | Real) SEMICOLON
    ;

statement
    : INCLUDE String SEMICOLON                                              # include
    | CONST type designator? Identifier ASSIGN expression SEMICOLON         # constant
    | INPUT type designator? Identifier SEMICOLON                           # input
    | QUBIT designator? Identifier SEMICOLON                                # qubits
    | BIT designator? Identifier (ASSIGN value)? SEMICOLON                  # bits
    | QREG Identifier designator? SEMICOLON                                 # qreg
    | CREG Identifier designator? SEMICOLON                                 # creg
    | LET Identifier ASSIGN operand (CONCAT operand)* SEMICOLON             # alias
    | GATE Identifier (LPAREN angles = names? RPAREN)? wires = names? block # gate
    | MEASURE operand (ARROW operand)? SEMICOLON                            # measureArrow
    | RESET operands SEMICOLON                                              # reset
    | BARRIER operands? SEMICOLON                                           # barrier
    | DELAY designator operands? SEMICOLON                                  # delay
    | IF LPAREN expression RPAREN body (ELSE body)?                         # conditional
    | FOR type designator? Identifier IN iterable body                      # loop
    | modifier+ Identifier arguments? operands? SEMICOLON                   # modifiedCall
    | Identifier (index* ASSIGN value | arguments? operands?) SEMICOLON     # callOrAssignment
    ;

body
    : block
    | statement
    ;

block
    : LBRACE statement* RBRACE
    ;

value
    : MEASURE operand
    | expression
    ;

type
    : INT
    | UINT
    | FLOAT
    | ANGLE
    | BOOL
    | BIT
    | COMPLEX
    | DURATION
    | STRETCH
    ;

designator
    : LBRACKET expression RBRACKET
    ;

names
    : Identifier (COMMA Identifier)*
    ;

iterable
    : set
    | LBRACKET expression range RBRACKET
    ;

set
    : LBRACE expression (COMMA expression)* COMMA? RBRACE
    ;

modifier
    : (INV | POW LPAREN expression RPAREN | (CTRL | NEGCTRL) (LPAREN expression RPAREN)?) AT
    ;

arguments
    : LPAREN (expression (COMMA expression)*)? RPAREN
    ;

operands
    : operand (COMMA operand)*
    ;

operand
    : Identifier index*
    | PhysicalQubit
    ;

index
    : LBRACKET (set | expression range? | range) RBRACKET
    ;

range
    : COLON second = expression? (COLON third = expression)?
    ;

expression
    : conjunction (OR conjunction)*
    ;

conjunction
    : equality (AND equality)*
    ;

equality
    : comparison ((EQUAL | UNEQUAL) comparison)*
    ;

comparison
    : sum ((LESS | GREATER | AT_MOST | AT_LEAST) sum)*
    ;

sum
    : product ((PLUS | MINUS) product)*
    ;

product
    : factor ((TIMES | DIVIDE | MODULO) factor)*
    ;

factor
    : (PLUS | MINUS | NOT)* power
    ;

power
    : primary (RAISED exponent)*
    ;

exponent
    : (PLUS | MINUS)* primary
    ;

primary
    : LPAREN expression RPAREN                       # parenthesised
    | Identifier (arguments | index*)                # nameOrFunction
    | POW arguments                                  # powerFunction
    | type designator? LPAREN expression RPAREN      # cast
    | (Decimal | Hexadecimal | Binary | Octal)       # integer
    | Real                                           # real
    | Timing                                         # timing
    | (TRUE | FALSE)                                 # truth
    | String                                         # bitstring
    ;

OPENQASM : 'OPENQASM' ;
INCLUDE : 'include' ;
CONST : 'const' ;
INPUT : 'input' ;
QUBIT : 'qubit' ;
BIT : 'bit' ;
QREG : 'qreg' ;
CREG : 'creg' ;
LET : 'let' ;
GATE : 'gate' ;
MEASURE : 'measure' ;
RESET : 'reset' ;
BARRIER : 'barrier' ;
DELAY : 'delay' ;
IF : 'if' ;
ELSE : 'else' ;
FOR : 'for' ;
IN : 'in' ;
INV : 'inv' ;
POW : 'pow' ;
CTRL : 'ctrl' ;
NEGCTRL : 'negctrl' ;
INT : 'int' ;
UINT : 'uint' ;
FLOAT : 'float' ;
ANGLE : 'angle' ;
BOOL : 'bool' ;
COMPLEX : 'complex' ;
DURATION : 'duration' ;
STRETCH : 'stretch' ;
TRUE : 'true' ;
FALSE : 'false' ;

Unsupported
    : 'array' | 'box' | 'break' | 'cal' | 'case' | 'continue' | 'def' | 'default'
    | 'defcal' | 'defcalgrammar' | 'durationof' | 'end' | 'extern' | 'mutable' | 'nop' | 'opaque'
    | 'output' | 'pragma' | '#pragma' | 'readonly' | 'return' | 'sizeof' | 'switch' | 'void'
    | 'while' | '#dim'
    | '+=' | '-=' | '*=' | '/=' | '&=' | '|=' | '~=' | '^=' | '<<=' | '>>=' | '%=' | '**='
    | '&' | '|' | '^' | '~' | '<<' | '>>'
    ;

LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
LBRACE : '{' ;
RBRACE : '}' ;
SEMICOLON : ';' ;
COLON : ':' ;
COMMA : ',' ;
ASSIGN : '=' ;
ARROW : '->' ;
AT : '@' ;
CONCAT : '++' ;
PLUS : '+' ;
MINUS : '-' ;
TIMES : '*' ;
DIVIDE : '/' ;
MODULO : '%' ;
RAISED : '**' ;
NOT : '!' ;
AND : '&&' ;
OR : '||' ;
EQUAL : '==' ;
UNEQUAL : '!=' ;
LESS : '<' ;
GREATER : '>' ;
AT_MOST : '<=' ;
AT_LEAST : '>=' ;

Decimal : DIGITS ;
Hexadecimal : '0' [xX] [0-9a-fA-F] ('_'? [0-9a-fA-F])* ;
Binary : '0' [bB] [01] ('_'? [01])* ;
Octal : '0o' [0-7] ('_'? [0-7])* ;
Real : (DIGITS '.' DIGITS? | '.' DIGITS) EXPONENT? | DIGITS EXPONENT ;
Timing : (Decimal | Real) [ \t]* ('dt' | 'ns' | 'us' | '\u00b5s' | '\u03bcs' | 'ms' | 's') ;
Imaginary : (Decimal | Real) [ \t]* 'im' ;
PhysicalQubit : '$' [0-9]+ ;
Identifier : [\p{L}_] [\p{L}\p{Nd}_]* ;
String : '"' ~["\r\n]* '"' | '\'' ~['\r\n]* '\'' ;

Space : [ \t\r\n\f]+ -> skip ;
LineComment : '//' ~[\r\n]* -> skip ;
BlockComment : '/*' .*? '*/' -> skip ;
UnclosedComment : '/*' ;
UnclosedString : ["'] ;
Unknown : . ;

fragment DIGITS : [0-9] ('_'? [0-9])* ;
fragment EXPONENT : [eE] [+\-]? DIGITS ;
