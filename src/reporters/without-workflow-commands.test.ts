/** What a runner would take for a command in what is printed. */
import { describe, expect, it } from 'vitest';
import { withoutWorkflowCommands } from './without-workflow-commands.ts';

describe('withoutWorkflowCommands', () => {
  it.each([
    '::add-mask::x',
    'a\n  ::error::x',
    'a\n\t::error::x',
    'a\n\u00a0\u2003::error::x',
    'a ##[error]x',
    '###[group]x',
  ])('leaves no command in %j', (text) => {
    const safe = withoutWorkflowCommands(text);
    for (const line of safe.split('\n')) {
      expect(line.trimStart().startsWith('::')).toBe(false);
      expect(line).not.toContain('##[');
    }
    expect(safe.replaceAll('\u200b', '')).toBe(text);
  });

  it('leaves everything else alone', () => {
    const text = 'Threatdiff: failure: a::b ## [x]\n  3 │ ::x\n';
    expect(withoutWorkflowCommands(text)).toBe(text);
  });
});
