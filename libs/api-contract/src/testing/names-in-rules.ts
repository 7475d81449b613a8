import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const DOMAIN = join(__dirname, '../../../domain/src');

/**
 * The names that each rule of the domain can give, read from its source: the properties of every object in
 * its definition and in the functions of its file that the definition calls.
 */
export function namesInRules(): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>();
  for (const file of readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
    const source = ts.createSourceFile(
      file,
      readFileSync(join(DOMAIN, file), 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
    );
    const functions = functionsOf(source);
    visit(source, (node) => {
      if (!ts.isCallExpression(node) || !node.arguments[0] || !ts.isStringLiteral(node.arguments[0])) return;
      const id = node.arguments[0].text;
      const own = names.get(id) ?? new Set<string>();
      for (const part of [node, ...calledFunctions(node, functions)]) collectNames(part, own);
      names.set(id, own);
    });
  }
  return names;
}

function functionsOf(source: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const functions = new Map<string, ts.Node>();
  visit(source, (node) => {
    if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, node);
  });
  return functions;
}

function calledFunctions(node: ts.Node, functions: ReadonlyMap<string, ts.Node>): readonly ts.Node[] {
  const called: ts.Node[] = [];
  visit(node, (each) => {
    const found = ts.isIdentifier(each) ? functions.get(each.text) : undefined;
    if (found) called.push(found);
  });
  return called;
}

function collectNames(node: ts.Node, names: Set<string>): void {
  visit(node, (each) => {
    if (ts.isPropertyAssignment(each) && ts.isIdentifier(each.name)) names.add(each.name.text);
    if (ts.isShorthandPropertyAssignment(each)) names.add(each.name.text);
  });
}

function visit(node: ts.Node, act: (node: ts.Node) => void): void {
  act(node);
  ts.forEachChild(node, (child) => visit(child, act));
}
