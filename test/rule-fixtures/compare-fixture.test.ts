/** Fixtures must be able to fail: every way in which a marker and a result can disagree is a complaint. */
import { describe, expect, it } from 'vitest';
import { compareFixture, type Said } from './compare-fixture.ts';
import { readMarkers } from './read-markers.ts';

const ID = 'aws-sqs-queue';

function said(outcome: Said['outcome'], line: number, block = line, path = 'main.tf'): Said {
  const at = (start: number) => ({
    path,
    range: { startLine: start, startColumn: 1, endLine: start, endColumn: 2 },
  });
  return { outcome, address: 'q', location: at(line), block: at(block) };
}

const complaints = (text: string, ...results: readonly Said[]) =>
  compareFixture(ID, readMarkers('main.tf', text), results);

describe('a marker', () => {
  it('speaks about the next line that is neither blank nor a comment', () => {
    const text = `\n# fail: ${ID}\n\n# why not\n// pass: ${ID}\nresource {\n  # open: ${ID}\n  a = 1\n}`;
    expect(readMarkers('main.tf', text).map(({ outcome, line }) => `${outcome} ${line}`)).toEqual([
      'fail 6',
      'pass 6',
      'open 8',
    ]);
  });

  it('is met by a finding on its line or by its resource', () => {
    expect(complaints(`# fail: ${ID}\nx`, said('fail', 2))).toEqual([]);
    expect(complaints(`# fail: ${ID}\nx`, said('fail', 5, 2))).toEqual([]);
  });

  it.each<readonly [string, string, readonly Said[], readonly string[]]>([
    [
      'another line',
      `# fail: ${ID}\nx`,
      [said('fail', 3)],
      ['main.tf:2 expects fail, got nothing there; fail at main.tf:3', 'main.tf:3 unexpected fail for q'],
    ],
    ['another outcome', `# fail: ${ID}\nx`, [said('pass', 2)], ['main.tf:2 expects fail, got pass']],
    ['no result', `# pass: ${ID}\nx`, [], ['main.tf:2 expects pass, got nothing']],
    ['no marker for a fail', '', [said('fail', 2)], ['main.tf:2 unexpected fail for q']],
    ['no marker for an open', '', [said('open', 2)], ['main.tf:2 unexpected open for q']],
    [
      'another rule',
      '# fail: aws-sqs-other\nx',
      [said('fail', 2)],
      ['main.tf:2 names aws-sqs-other; this folder is aws-sqs-queue'],
    ],
    [
      'nothing below it',
      `# fail: ${ID}`,
      [said('fail', 1)],
      ['main.tf:0 expects fail, got nothing there; fail at main.tf:1', 'main.tf:1 unexpected fail for q'],
    ],
  ])('complains about %s', (_, text, results, expected) => {
    expect(complaints(text, ...results)).toEqual(expected);
  });
});

describe('expected.yaml', () => {
  const text = `- { rule: ${ID}, outcome: fail, file: template.json, line: 3, address: q }`;

  it('speaks about files beside it, and about one address', () => {
    const expected = readMarkers('json/expected.yaml', text);
    expect(compareFixture(ID, expected, [said('fail', 3, 3, 'json/template.json')])).toEqual([]);
    const other = { ...said('fail', 3, 3, 'json/template.json'), address: 'other' };
    expect(compareFixture(ID, expected, [other])).toHaveLength(2);
  });

  it('is read strictly', () => {
    expect(() => readMarkers('expected.yaml', '- { rule: a }')).toThrow();
  });
});
