/**
 * Problems and inputs of a Dockerfile as a whole: unreadable lines, no FROM, a template, a frontend from outside.
 */
import type { BuildState } from './build-state.ts';
import type { DockerfileText } from './instruction.ts';
import { splitImageReference } from './split-image-reference.ts';

/** Marks of Jinja, Go, ERB and EJS templates. */
const TEMPLATE_MARKS = ['{{', '{%', '<%'];

function reportTemplate(state: BuildState, read: DockerfileText): boolean {
  const marked = read.instructions.find((instruction) =>
    TEMPLATE_MARKS.some((mark) => instruction.keywordWord.text.startsWith(mark)),
  );
  if (marked === undefined) return false;
  const message = 'This Dockerfile is a template; what it becomes is not known.';
  const location = state.locateLine(marked);
  state.report({ code: 'template-not-evaluated', effect: 'not-evaluated', message, location });
  return true;
}

function noteFrontend(state: BuildState, read: DockerfileText): void {
  if (read.syntax === undefined) return;
  const { image, start, end } = read.syntax;
  const { digest } = splitImageReference(image);
  const pin = digest === undefined ? {} : { pin: digest };
  const location = state.locationOf(start, end);
  state.externalInputs.push({ kind: 'image', source: image, ...pin, address: '# syntax', location });
}

/** Adds what concerns the text as a whole to the state. */
export function reportText(state: BuildState, read: DockerfileText, text: string): void {
  for (const { message, start, end, ambiguous } of read.trouble) {
    state.syntaxError(message, state.locationOf(start, end), ambiguous ? 'ambiguous' : 'not-evaluated');
  }
  noteFrontend(state, read);
  const template = reportTemplate(state, read);
  const stopped = state.problems.some((problem) => problem.code === 'budget-exceeded');
  if (state.stages.length > 0 || template || stopped) return;
  const feed = text.indexOf('\n');
  state.syntaxError('The Dockerfile has no FROM.', state.locationOf(0, feed === -1 ? text.length : feed));
}
