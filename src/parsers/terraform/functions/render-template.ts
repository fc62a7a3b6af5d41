/**
 * `templatefile(path, variables)` and `templatestring(text, variables)`. A template sees its variables and nothing
 * else.
 */
import { exceedBudget } from '../evaluation/exceed-budget.ts';
import { LineIndex } from '../../../documents/line-index.ts';
import type { Value } from '../../../model/value.ts';
import { joinPath } from '../configuration/join-path.ts';
import { fail } from '../evaluation/fail.ts';
import { propagate } from '../evaluation/propagate.ts';
import type { Binding, Env } from '../evaluation/session.ts';
import { takeSteps } from '../evaluation/take-steps.ts';
import { parseHcl } from '../syntax/parse-hcl.ts';
import { makeUnresolved } from '../values/make-unresolved.ts';
import { toText } from '../values/to-text.ts';
import { withOrigin } from '../values/with-origin.ts';
import { readTreeFile } from './read-tree-file.ts';
import type { CallSite } from './terraform-function.ts';

/** The text of the template with the variables filled in; JSON with unknown parts keeps its structure. */
export function renderTemplate(values: readonly Value[], site: CallSite): Value {
  const [source, variables] = values;
  const { session } = site.env;
  const given = source && toText(source);
  if (source === undefined || given === undefined) {
    return propagate(values.slice(0, 1), site.origin) ?? fail(session, `${site.name}()`, site.origin);
  }
  const isFile = site.name === 'templatefile';
  const text = isFile ? readTreeFile(session, given) : given;
  if (text === undefined) {
    session.doubts += 1;
    return makeUnresolved('file-not-in-tree', `templatefile(${JSON.stringify(given)})`, site.origin);
  }
  const path = isFile ? (joinPath(session.rootDirectory, given) ?? '') : site.env.file.path;
  if (!takeSteps(session, 1 + (text.length >> 6))) return exceedBudget(session, site.name, site.origin);
  const rendered = render(text, path, variables, site);
  return withOrigin(rendered, site.origin, source.origin?.assumptions);
}

function render(text: string, path: string, variables: Value | undefined, site: CallSite): Value {
  const { session } = site.env;
  const marker = freeMarker(text);
  const wrapped = `template = <<${marker}\n${text}\n${marker}\n`;
  const { body, errors } = parseHcl(wrapped, { maxDepth: session.limits.nesting });
  const expression = body.attributes[0]?.value;
  if (errors.length > 0 || expression?.type !== 'template') return fail(session, `${site.name}()`, site.origin);
  const file = { path, text: wrapped, lines: new LineIndex(wrapped), lineOffset: 1 };
  const env: Env = { session, scope: undefined, file, bindings: bindAll(variables) };
  const isOpen = variables?.state === 'unresolved' || (variables?.state === 'known' && 'openEnded' in variables);
  const { failures } = session;
  const value = session.evaluate(expression, env);
  if (isOpen && session.failures > failures) {
    session.failures = failures;
    return (variables && propagate([variables], site.origin)) ?? value;
  }
  return withoutLastLineBreak(value, text);
}

/** A line that ends the wrapping heredoc and is not in the text. */
function freeMarker(text: string): string {
  let marker = 'EOT';
  while (text.includes(marker)) marker += 'T';
  return marker;
}

function bindAll(variables: Value | undefined): Binding | undefined {
  let bindings: Binding | undefined;
  if (variables?.state !== 'known' || variables.type !== 'map') return undefined;
  for (const [name, value] of variables.entries) bindings = { name, value, next: bindings };
  return bindings;
}

/** The heredoc adds one, except where a `~}` at the very end takes it away again. */
function withoutLastLineBreak(value: Value, text: string): Value {
  if (text.endsWith('~}') || value.state !== 'known' || value.type !== 'scalar') return value;
  if (typeof value.value !== 'string' || !value.value.endsWith('\n')) return value;
  return { ...value, value: value.value.slice(0, -1) };
}
