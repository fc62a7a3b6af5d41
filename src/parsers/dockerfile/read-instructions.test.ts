/** Instructions must be those BuildKit sees: each case here hides one of two readings from a tolerant grammar. */
import { describe, expect, it } from 'vitest';
import { readInstructions } from './read-instructions.ts';

const read = (text: string): string[] =>
  readInstructions(text).instructions.map(
    ({ keyword, line, bodyStart }) => `${keyword}|${line.text.slice(bodyStart).trim()}`,
  );

describe('readInstructions', () => {
  it.each([
    ['continuation', 'RUN a \\\n  b\nUSER x', ['RUN|a   b', 'USER|x']],
    ['continuation with spaces after it', 'RUN a \\ \t\n b', ['RUN|a  b']],
    ['an escaped backslash ends the line', 'RUN a\\\\\nUSER root', ['RUN|a\\\\', 'USER|root']],
    ['comments and blank lines inside a continuation', 'RUN a \\\n# c \\\n\n  b', ['RUN|a   b']],
    ['a lone backslash joins the next line', '\\\nUSER root', ['USER|root']],
    ['carriage return alone ends no line', 'RUN a # \rUSER nobody', ['RUN|a # \rUSER nobody']],
    ['carriage return and line feed', 'FROM a\r\nUSER x\r\n', ['FROM|a', 'USER|x']],
    ['lower case and indentation', '  from a\n\tuser x', ['FROM|a', 'USER|x']],
    ['here-document', 'RUN cat <<EOF > f\nUSER a\nEOF\nUSER b', ['RUN|cat <<EOF > f', 'USER|b']],
    ['quoted name', "RUN <<'EOF'\nUSER a\nEOF\nUSER b", ["RUN|<<'EOF'", 'USER|b']],
    ['tabs only for <<-', 'RUN <<-A <<B\n\tx\n\tA\n\tB\nB\nUSER b', ['RUN|<<-A <<B', 'USER|b']],
    ['descriptor before <<', 'RUN a 3<<E\nUSER a\nE\nUSER b', ['RUN|a 3<<E', 'USER|b']],
    ['not inside quotes', 'RUN echo "a <<EOF"\nUSER b', ['RUN|echo "a <<EOF"', 'USER|b']],
    [
      'not <<<, not << EOF, not 1<<2',
      'RUN a <<<EOF\nRUN a << EOF\nRUN a $((1<<2))',
      ['RUN|a <<<EOF', 'RUN|a << EOF', 'RUN|a $((1<<2))'],
    ],
    ['not in the exec form', 'RUN ["a", "<<EOF"]\nUSER b', ['RUN|["a", "<<EOF"]', 'USER|b']],
    ['not in ENV', 'ENV A <<EOF\nUSER b', ['ENV|A <<EOF', 'USER|b']],
    ['inside ONBUILD', 'ONBUILD RUN <<EOF\nUSER a\nEOF\nUSER b', ['ONBUILD|RUN <<EOF', 'USER|b']],
    ['in COPY', 'COPY <<EOF /x\nUSER a\nEOF\nUSER b', ['COPY|<<EOF /x', 'USER|b']],
    ['backtick as escape', '# escape=`\nRUN a `\n b\nRUN c \\\nUSER x', ['RUN|a  b', 'RUN|c \\', 'USER|x']],
    ['a directive after a comment is a comment', '# hi\n# escape=`\nRUN a \\\nb', ['RUN|a b']],
  ])('%s', (_name, text, expected) => expect(read(text)).toEqual(expected));

  it('reads flags apart from the body', () => {
    const [run] = readInstructions('RUN --mount=type=cache,target=/x --network=none curl --fail x').instructions;
    expect(run?.flags.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'mount=type=cache,target=/x',
      'network=none',
    ]);
    expect(run?.line.text.slice(run.bodyStart)).toBe('curl --fail x');
  });

  it('maps joined text back to the file', () => {
    const text = 'FROM a\nRUN one \\\n# c\n  two\n';
    const run = readInstructions(text).instructions[1];
    const at = run?.line.text.indexOf('two') ?? 0;
    const span = run?.line.rawSpan(at, at + 3);
    expect(text.slice(span?.start, span?.end)).toBe('two');
  });

  it.each([
    ['# syntax=docker/dockerfile:1\nFROM a', 'docker/dockerfile:1'],
    ['#!/usr/bin/env x\n# syntax = evil/x\nFROM a', 'evil/x'],
    ['# escape=`\n# SYNTAX=b\nFROM a', 'b'],
    ['FROM a\n# syntax=late', undefined],
    ['# comment\n# syntax=late\nFROM a', undefined],
  ])('finds the frontend of %j', (text, image) => expect(readInstructions(text).syntax?.image).toBe(image));

  it.each([
    ['RUN <<EOF\nx', 'A here-document never ends.'],
    ['# escape=x\nFROM a', 'The escape character must be a backslash or a backtick.'],
    ['# escape=`\n# escape=`\nFROM a', 'Only one `# escape=` directive is allowed.'],
  ])('reports %j', (text, message) => expect(readInstructions(text).trouble[0]?.message).toBe(message));
});
