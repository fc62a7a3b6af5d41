/** Commands as a shell would see them: what runs, with which words, and when that cannot be told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitShellCommands } from './split-shell-commands.ts';
import { unwrapCommands } from './unwrap-commands.ts';

const words = (text: string): string[][] =>
  splitShellCommands(text).commands.map((command) => [
    command.name.text,
    ...command.arguments.map((word) => word.text),
  ]);
const unwrapped = (text: string): string[] =>
  unwrapCommands(splitShellCommands(text)).commands.map((command) =>
    [command.name.text, ...command.arguments.map((word) => word.text)].join(' '),
  );

describe('splitShellCommands', () => {
  it.each([
    ['a b && c || d; e | f & g', [['a', 'b'], ['c'], ['d'], ['e'], ['f'], ['g']]],
    [`echo "a && b" 'c; d' e\\ f`, [['echo', 'a && b', 'c; d', 'e f']]],
    ['A=1 B="x y" run --flag=1', [['run', '--flag=1']]],
    ['A=1', []],
    ['a # b && c', [['a']]],
    ['a#b', [['a#b']]],
    ['curl x > /dev/null 2>&1 && y', [['curl', 'x'], ['y']]],
    ['a &> out && b', [['a'], ['b']]],
    ['if [ -f x ]; then rm x; else y; fi', [['[', '-f', 'x', ']'], ['rm', 'x'], ['y']]],
    ['for f in a b; do rm $f; done', [['rm', '$f']]],
    ['case $x in a|b) run;; *) stop;; esac', [['run'], ['stop']]],
    ['(cd a && b); { c; }', [['cd', 'a'], ['b'], ['c']]],
    ['! grep x y', [['grep', 'x', 'y']]],
    [
      'echo $(id -u) x',
      [
        ['echo', '$(id -u)', 'x'],
        ['id', '-u'],
      ],
    ],
    ['echo "`whoami`"', [['echo', '`whoami`'], ['whoami']]],
    ['echo $((1 + 2)) ${A:-b c} $', [['echo', '$((1 + 2))', '${A:-b c}', '$']]],
    ['diff <(a) <(b)', [['diff'], ['a'], ['b']]],
    ['a \\\n  b', [['a', 'b']]],
    ['cat <<X\nrm -rf /\nX\nb', [['cat'], ['b']]],
    ['a\nb', [['a'], ['b']]],
  ])('%s', (text, expected) => {
    expect(splitShellCommands(text).complete).toBe(true);
    expect(words(text)).toEqual(expected);
  });

  it('says where an expansion starts', () => {
    const [command] = splitShellCommands(`curl https://x/$V '$V'`).commands;
    expect(command?.arguments.map((word) => word.dynamicAt)).toEqual([10, -1]);
  });

  it('keeps offsets and the source text', () => {
    const text = 'a &&  curl "x y" >f ; c';
    const command = splitShellCommands(text).commands[1];
    expect(command?.text).toBe('curl "x y" >f');
    expect(text.slice(command?.start, command?.end)).toBe('curl "x y" >f');
  });

  it.each([`echo "open`, `echo 'open`, 'echo $(open', 'bash <<X\nrm y\nX', 'echo ${A:-$(rm x)}'])(
    'is incomplete: %s',
    (text) => {
      expect(splitShellCommands(text).complete).toBe(false);
    },
  );

  it('survives deep nesting and stays linear', () => {
    expect(splitShellCommands('$('.repeat(50_000)).complete).toBe(false);
    expect(splitShellCommands('${'.repeat(50_000)).complete).toBe(false);
    expect(splitShellCommands('a '.repeat(200_000)).commands[0]?.arguments).toHaveLength(199_999);
    expect(splitShellCommands('`a'.repeat(20_000)).commands.length).toBeGreaterThan(1);
  });

  it('never throws, and every word stands in the text', () => {
    const letters = fc.constantFrom(...Array.from('ab \'"`$(){}<>|&;#\\\n=1'));
    const property = fc.property(fc.string({ unit: letters, maxLength: 60 }), (text) =>
      splitShellCommands(text).commands.every(
        ({ name, start, end }) => name.start >= 0 && name.end <= text.length && start <= end && end <= text.length,
      ),
    );
    fc.assert(property, { seed: 16, numRuns: 5_000 });
  });
});

describe('unwrapCommands', () => {
  it.each([
    ['sh -c "apt-get update; rm x"', ['sh -c apt-get update; rm x', 'apt-get update', 'rm x']],
    ['sudo -E env A=b curl x', ['sudo -E env A=b curl x', 'env A=b curl x', 'curl x']],
    ['timeout 5 wget y', ['timeout 5 wget y', 'wget y']],
    ["eval 'rm x'", ['eval rm x', 'rm x']],
    ['bash -lc "sh -ec \'id\'"', ["bash -lc sh -ec 'id'", 'sh -ec id', 'id']],
    ['cat x | xargs rm', ['cat x', 'xargs rm', 'rm']],
  ])('%s', (text, expected) => expect(unwrapped(text)).toEqual(expected));

  it('is incomplete where the script is not known', () => {
    expect(unwrapCommands(splitShellCommands('sh -c "$SCRIPT"')).complete).toBe(false);
    expect(unwrapCommands(splitShellCommands(`${'sudo '.repeat(50)}id`)).complete).toBe(false);
  });
});
