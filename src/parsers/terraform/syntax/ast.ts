/**
 * The syntax tree of HCL 2 (native syntax and `*.tf.json`), after the HCL specification
 * (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md). Positions are offsets in UTF-16 code units into
 * the text without its BOM; `LineIndex` turns them into lines and columns. Knows no Terraform.
 */

/** Half-open offsets into the source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Body extends Span {
  /** In source order; repeated attributes are kept, the first wins and the rest are syntax errors. */
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export interface Attribute extends Span {
  readonly type: 'attribute';
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
}

export interface Label extends Span {
  /** Unescaped. */
  readonly value: string;
  readonly quoted: boolean;
}

export interface Block extends Span {
  readonly type: 'block';
  /** Block type: `resource`, `variable`, `ingress`. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly labels: readonly Label[];
  readonly body: Body;
  /** From the first character to the opening brace, exclusive of it. */
  readonly header: Span;
  /** False where the closing brace was missing and recovery closed it. */
  readonly closed: boolean;
}

export type BinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

export type Expression =
  | LiteralExpression
  | TemplateExpression
  | VariableExpression
  | GetAttributeExpression
  | IndexExpression
  | SplatExpression
  | CallExpression
  | TupleExpression
  | ObjectExpression
  | ForExpression
  | ConditionalExpression
  | BinaryExpression
  | UnaryExpression
  | ParenthesesExpression
  | InvalidExpression;

/** Number, boolean or null. Numbers keep their text, because HCL's have no size limit. */
export interface LiteralExpression extends Span {
  readonly type: 'literal';
  readonly value: number | boolean | null;
  readonly text: string;
}

/** Quoted template or heredoc; a plain string is one literal part (or none when empty). */
export interface TemplateExpression extends Span {
  readonly type: 'template';
  readonly parts: readonly TemplatePart[];
  readonly heredoc?: { readonly marker: string; readonly indented: boolean };
}

export type TemplatePart = TemplateLiteral | TemplateInterpolation | TemplateIf | TemplateFor;

/** Unescaped, for `<<-` heredocs also dedented, trimmed by neighbouring `~` markers. */
export interface TemplateLiteral extends Span {
  readonly type: 'text';
  readonly value: string;
}

export interface TemplateInterpolation extends Span {
  readonly type: 'interpolation';
  readonly expression: Expression;
}

/** `%{ if c }…%{ else }…%{ endif }` */
export interface TemplateIf extends Span {
  readonly type: 'if';
  readonly condition: Expression;
  readonly consequent: readonly TemplatePart[];
  readonly alternate: readonly TemplatePart[];
}

/** `%{ for k, v in c }…%{ endfor }` */
export interface TemplateFor extends Span {
  readonly type: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
}

/** A root name: `var`, `aws_sqs_queue`, `each`. */
export interface VariableExpression extends Span {
  readonly type: 'variable';
  readonly name: string;
}

/** `object.name`; a legacy index (`list.0`) is an IndexExpression. */
export interface GetAttributeExpression extends Span {
  readonly type: 'get-attribute';
  readonly object: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}

export interface IndexExpression extends Span {
  readonly type: 'index';
  readonly object: Expression;
  readonly index: Expression;
}

/** `object[*].rest` (full) or `object.*.rest` (attribute-only). `each` is applied to every element; its innermost
 * object is `splat-element`, represented as a VariableExpression named `*`. */
export interface SplatExpression extends Span {
  readonly type: 'splat';
  readonly object: Expression;
  readonly full: boolean;
  readonly each: Expression;
}

/** `name(arguments...)`; OpenTofu and Terraform 1.8 write provider functions `provider::aws::arn_parse`. */
export interface CallExpression extends Span {
  readonly type: 'call';
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly Expression[];
  readonly expandFinal: boolean;
}

export interface TupleExpression extends Span {
  readonly type: 'tuple';
  readonly items: readonly Expression[];
}

export interface ObjectItem extends Span {
  /** A bare identifier key is a literal string (a TemplateExpression with one part), `(expr)` a ParenthesesExpression. */
  readonly key: Expression;
  readonly value: Expression;
}

export interface ObjectExpression extends Span {
  readonly type: 'object';
  readonly items: readonly ObjectItem[];
}

export interface ForExpression extends Span {
  readonly type: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  /** Present for `{ for … : key => value }`. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly grouped: boolean;
  readonly condition?: Expression;
}

export interface ConditionalExpression extends Span {
  readonly type: 'conditional';
  readonly condition: Expression;
  readonly consequent: Expression;
  readonly alternate: Expression;
}

export interface BinaryExpression extends Span {
  readonly type: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryExpression extends Span {
  readonly type: 'unary';
  readonly operator: '-' | '!';
  readonly operand: Expression;
}

export interface ParenthesesExpression extends Span {
  readonly type: 'parentheses';
  readonly expression: Expression;
}

/** Where an expression could not be read; evaluates to unresolved `invalid-expression`. */
export interface InvalidExpression extends Span {
  readonly type: 'invalid';
}

export interface SyntaxError extends Span {
  /** One sentence, no position. */
  readonly message: string;
}

/** Never throws: what could not be read is in `errors`, the rest in `body`. */
export interface ParsedFile {
  readonly body: Body;
  readonly errors: readonly SyntaxError[];
}
