import ts from "typescript";
import {locales} from "../../src/core/i18n/locale.ts";
import {numeralsIn} from "./plain-numbers.ts";

/** A source file, by its path from the project’s folder. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Keys whose strings readers see whatever they look like: a language’s, and those of labels. */
const shown = new Set<string>([...locales, "text", "label"]);

/** Keys under which a chart lists its choices and what its axes show. */
const viewed = new Set(["options", "min", "max", "default", "at", "domain", "xTicks", "yTicks"]);

/**
 * The numbers that are typed into texts that readers see, where a computed one is expected, as
 * `file:line: number typed by hand: "2.665" (…)`. What stands in `${…}` is computed, unless it is a literal there, or
 * a literal that is handed to a formatter.
 *
 * @param sources the files of one chart, or of what several draw with; the choices and axis values of any of them
 *   may be plain in all
 */
export function typedNumbers(sources: readonly Source[]): string[] {
  const parsed = sources.map(({file, text}) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  const inView = parsed.flatMap(viewedValues);
  return parsed.flatMap((source) => findingsIn(source, inView));
}

function findingsIn(source: ts.SourceFile, inView: readonly string[]): string[] {
  const findings: string[] = [];
  const report = (numeral: string, position: number): void => {
    const line = source.getLineAndCharacterOfPosition(position).line + 1;
    findings.push(
      `${source.fileName}:${line}: number typed by hand: ${JSON.stringify(numeral)} (expected a computed one, or a year, a name, a count in view or an axis value)`
    );
  };
  const readText = (node: ts.Node, text: string): void => {
    for (const numeral of numeralsIn(text, inView))
      report(numeral.text, node.getStart() + Math.max(0, node.getText().indexOf(numeral.text)));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node) && (isShown(node) || isSentence(node.text))) readText(node, node.text);
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head, ...node.templateSpans.map(({literal}) => literal)];
      // The parts are read as one text, in which a computed number stands as a letter that touches nothing.
      if (isShown(node) || isSentence(parts.map(({text}) => text).join("x"))) {
        for (const part of parts) readText(part, part.text);
        for (const {expression} of node.templateSpans)
          if (isLiteral(expression)) report(expression.getText(), expression.getStart());
      }
    }
    // In a substitution it is reported there.
    if (ts.isCallExpression(node) && !ts.isTemplateSpan(node.parent) && isLiteral(node))
      report(node.getText(), node.getStart());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(findings)];
}

/** Whether a string is, or is a part of, what stands under a key of `shown`. */
function isShown(node: ts.Node): boolean {
  const {parent} = node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && shown.has(parent.name.getText());
  const isPart =
    ts.isParenthesizedExpression(parent) ||
    ts.isTemplateSpan(parent) ||
    ts.isTemplateExpression(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.PlusToken);
  return isPart && isShown(parent);
}

/** Whether a string is words that are read, and no key, address or pattern of dashes. */
function isSentence(text: string): boolean {
  return /\s/.test(text) && /\p{L}{2}/u.test(text);
}

/**
 * Whether the value of an expression is typed: a number, signed, computed from such, formatted, one of two, or a
 * constant of the file that is.
 */
function isLiteral(node: ts.Expression): boolean {
  if (ts.isNumericLiteral(node)) return true;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isLiteral(node.expression);
  if (ts.isPrefixUnaryExpression(node)) return isLiteral(node.operand);
  if (ts.isConditionalExpression(node)) return isLiteral(node.whenTrue) || isLiteral(node.whenFalse);
  if (ts.isIdentifier(node)) {
    const typed = constantOf(node);
    return typed !== undefined && isLiteral(typed) && !isComputedWith(node);
  }
  if (ts.isBinaryExpression(node)) return isLiteral(node.left) && isLiteral(node.right);
  if (!ts.isCallExpression(node)) return false;
  const {expression, arguments: given} = node;
  // As in `(2.665).toFixed(3)`, and in `formatNumber(2.665, …)`.
  if (ts.isPropertyAccessExpression(expression)) return isLiteral(expression.expression);
  const isFormatter = ts.isIdentifier(expression) && /^(?:format[A-Z]|String$|Number$)/.test(expression.text);
  const [value] = given;
  return isFormatter && value !== undefined && (isLiteral(value) || isNumberText(value));
}

/** Whether an expression is a text that is a number, as in `Number("2.665")`. */
function isNumberText(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) && node.text.trim() !== "" && Number.isFinite(Number(node.text));
}

/** Whether something is computed or told apart with a constant in its file: then it is no number for a text alone. */
function isComputedWith(name: ts.Identifier): boolean {
  let isFound = false;
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const [own, other] = isNamed(node.left, name) ? [node.left, node.right] : [node.right, node.left];
      if (isNamed(own, name) && !ts.isNumericLiteral(other)) isFound = true;
    }
    if (!isFound) ts.forEachChild(node, visit);
  };
  visit(name.getSourceFile());
  return isFound;
}

function isNamed(node: ts.Node, {text}: ts.Identifier): boolean {
  return ts.isIdentifier(node) && node.text === text;
}

/** What a name stands for that the file sets once, at its top. */
function constantOf(name: ts.Identifier): ts.Expression | undefined {
  const declarations = name.getSourceFile().statements.filter(ts.isVariableStatement);
  return declarations
    .filter(({declarationList: {flags}}) => (flags & ts.NodeFlags.Const) !== 0)
    .flatMap(({declarationList}) => declarationList.declarations)
    .find((declared) => ts.isIdentifier(declared.name) && declared.name.text === name.text)?.initializer;
}

/** Choices and axis values of a file, as they are written in it. */
function viewedValues(source: ts.SourceFile): string[] {
  const values: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node)) values.push(node.text);
    // A choice of several things has their names joined by hyphens, as "760M-1B".
    if (ts.isStringLiteral(node)) values.push(node.text, ...node.text.split("-"));
    // What a function is given isn’t what the axis shows.
    ts.forEachChild(ts.isCallExpression(node) ? node.expression : node, collect);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && viewed.has(node.name.getText())) collect(node.initializer);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return values;
}
