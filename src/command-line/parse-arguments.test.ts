/** Arguments: what is taken, and what is refused with which hint. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../config/user-error.ts';
import { parseArguments } from './parse-arguments.ts';

const COMMAND = {
  name: 'diff',
  maxPositionals: 1,
  options: [
    { name: 'base', value: 'REF', description: '' },
    { name: 'fail-on', value: 'SEVERITY', description: '', oneOf: ['critical', 'high', 'medium'] },
    { name: 'format', value: 'FORMAT[=FILE]', description: '', oneOf: ['terminal', 'html'], toFiles: true as const },
    { name: 'quiet', description: '' },
  ],
};

describe('parseArguments', () => {
  it.each([
    [['--base', 'main'], { base: 'main' }, []],
    [['--base=main', '--quiet'], { base: 'main', quiet: 'yes' }, []],
    [['x', '--fail-on', 'high'], { 'fail-on': 'high' }, ['x']],
    [['--', '--base'], {}, ['--base']],
    [['--base=-x'], { base: '-x' }, []],
    [[], {}, []],
  ])('takes %j', (args, options, positionals) => {
    const parsed = parseArguments(args, COMMAND);
    expect(Object.fromEntries(parsed.options)).toEqual(options);
    expect(parsed.positionals).toEqual(positionals);
  });

  it('takes a word with a file as often as wanted, and once without', () => {
    const args = ['--format', 'html=a.html', '--format', 'terminal', '--format=html=b=c.html'];
    const { options, files } = parseArguments(args, COMMAND);
    expect(Object.fromEntries(options)).toEqual({ format: 'terminal' });
    expect(files).toEqual([
      { name: 'format', word: 'html', file: 'a.html' },
      { name: 'format', word: 'html', file: 'b=c.html' },
    ]);
  });

  it('keeps every value of an option that may be given several times', () => {
    const many = { ...COMMAND, options: [{ name: 'plan', value: 'FILE', description: '', many: true as const }] };
    const { options, lists } = parseArguments(['--plan', 'a=x', '--plan=b'], many);
    expect([options.get('plan'), lists?.get('plan')]).toEqual(['a=x', ['a=x', 'b']]);
  });

  it.each([
    [['--format', 'hmtl=x'], '--format cannot be "hmtl".', 'Did you mean html? Use one of terminal, html.'],
    [['--format', 'html='], '--format "html=" names no file.', 'Write one after the =.'],
    [['--format', '=x'], '--format needs a value: terminal, html.', undefined],
    [
      ['--format', 'html', '--format', 'html'],
      '--format was given twice.',
      'Give it once, and each further one a file: --format html=report.html',
    ],
    [['--bsae', 'main'], 'Unknown option "--bsae".', 'Did you mean --base?'],
    [['--frobnicate'], 'Unknown option "--frobnicate".', 'See threatdiff diff --help.'],
    [['-q'], 'Unknown option "-q".', 'See threatdiff diff --help.'],
    [['--no-quiet'], 'Unknown option "--no-quiet".', 'See threatdiff diff --help.'],
    [['--base'], '--base needs a value: REF.', undefined],
    [['--base='], '--base needs a value: REF.', undefined],
    [['--base', '--quiet'], '--base needs a value: REF.', undefined],
    [['--quiet=1'], '--quiet takes no value.', 'Leave out "1".'],
    [['--quiet', '--quiet'], '--quiet was given twice.', 'Give it once.'],
    [['--fail-on', 'hihg'], '--fail-on cannot be "hihg".', 'Did you mean high? Use one of critical, high, medium.'],
    [['--fail-on', 'everything'], '--fail-on cannot be "everything".', 'Use one of critical, high, medium.'],
    [['a', 'b'], 'Unexpected argument "b".', 'See threatdiff diff --help.'],
  ])('refuses %j', (args, message, hint) => {
    const attempt = (): unknown => parseArguments(args, COMMAND);
    expect(attempt).toThrow(UserError);
    expect(attempt).toThrow(expect.objectContaining({ message, hint, exitCode: 2 }));
  });
});
