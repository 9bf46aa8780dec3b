/*
 * OpenQASM 2. Every decision needs one token of lookahead, and every chain of operators is flat,
 * so that long texts are read fast and long chains do not nest.
 */
grammar Qasm2;

version
    : OPENQASM (Decimal | Real) SEMICOLON
    ;

statement
    : INCLUDE String SEMICOLON                                              # include
    | QREG Identifier size SEMICOLON                                        # qreg
    | CREG Identifier size SEMICOLON                                        # creg
    | GATE Identifier (LPAREN angles = names? RPAREN)? wires = names block  # gate
    | OPAQUE Identifier (LPAREN angles = names? RPAREN)? wires = names SEMICOLON # opaque
    | MEASURE operand ARROW operand SEMICOLON                               # measure
    | RESET operand SEMICOLON                                               # reset
    | BARRIER operands SEMICOLON                                            # barrier
    | IF LPAREN Identifier EQUAL Decimal RPAREN statement                   # conditional
    | Identifier arguments? operands SEMICOLON                              # call
    ;

block
    : LBRACE statement* RBRACE
    ;

size
    : LBRACKET Decimal RBRACKET
    ;

names
    : Identifier (COMMA Identifier)*
    ;

arguments
    : LPAREN (expression (COMMA expression)*)? RPAREN
    ;

operands
    : operand (COMMA operand)*
    ;

operand
    : Identifier size?
    ;

expression
    : product ((PLUS | MINUS) product)*
    ;

product
    : factor ((TIMES | DIVIDE) factor)*
    ;

factor
    : (PLUS | MINUS)* power
    ;

power
    : primary (RAISED exponent)*
    ;

exponent
    : (PLUS | MINUS)* primary
    ;

primary
    : LPAREN expression RPAREN # parenthesised
    | Identifier arguments?    # nameOrFunction
    | (Decimal | Real)         # number
    ;

OPENQASM : 'OPENQASM' ;
INCLUDE : 'include' ;
QREG : 'qreg' ;
CREG : 'creg' ;
GATE : 'gate' ;
OPAQUE : 'opaque' ;
MEASURE : 'measure' ;
RESET : 'reset' ;
BARRIER : 'barrier' ;
IF : 'if' ;

LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
LBRACE : '{' ;
RBRACE : '}' ;
SEMICOLON : ';' ;
COMMA : ',' ;
ARROW : '->' ;
PLUS : '+' ;
MINUS : '-' ;
TIMES : '*' ;
DIVIDE : '/' ;
RAISED : '^' ;
EQUAL : '==' ;

Decimal : [0-9]+ ;
Real : ([0-9]+ '.' [0-9]* | '.' [0-9]+) EXPONENT? | [0-9]+ EXPONENT ;
Identifier : [\p{L}_] [\p{L}\p{Nd}_]* ;
String : '"' ~["\r\n]* '"' ;

Space : [ \t\r\n\f]+ -> skip ;
LineComment : '//' ~[\r\n]* -> skip ;
BlockComment : '/*' .*? '*/' -> skip ;
UnclosedComment : '/*' ;
UnclosedString : '"' ;
Unknown : . ;

fragment EXPONENT : [eE] [+\-]? [0-9]+ ;
