/** Attribute patterns against git itself. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAttributePattern } from './match-attribute-pattern.ts';

describe('matchAttributePattern', () => {
  it('agrees with git check-attr', () => {
    const piece = fc.constantFrom('a', 'b', '*', '?', '**', '[ab]', '[!a]', '[a-b]', '/', '.tf', '\\*', 'x', '[');
    const patterns = fc.sample(fc.array(piece, { minLength: 1, maxLength: 6 }), { numRuns: 400, seed: 5 });
    const texts = [...new Set(patterns.map((parts) => parts.join('')))].filter((text) => !text.includes('//'));
    const name = fc.constantFrom('a', 'b', 'x', 'ab.tf', 'a*', '[', 'ba', 'b.tf');
    const paths = [
      ...new Set(
        fc.sample(fc.array(name, { minLength: 1, maxLength: 3 }), { numRuns: 60, seed: 6 }).map((p) => p.join('/')),
      ),
    ];
    const expected = askGit(texts, paths);
    const wrong: string[] = [];
    for (const [index, pattern] of texts.entries()) {
      for (const path of paths) {
        if (matchAttributePattern(pattern, path) !== expected.has(`${path} a${index}`))
          wrong.push(`${pattern} on ${path}`);
      }
    }
    expect(expected.size).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });

  it('reports too much rather than too little for named classes', () => {
    expect(matchAttributePattern('[[:alpha:]].tf', 'a.tf')).toBe(true);
    expect(matchAttributePattern('[[:alpha:]].tf', '1.tf')).toBe(true);
    expect(matchAttributePattern('[[:alpha:]].tf', 'ab.tf')).toBe(false);
  });

  it('takes no longer than pattern times path for many stars', () => {
    expect(matchAttributePattern('*a'.repeat(500), `${'a'.repeat(2000)}b`)).toBe(false);
    expect(matchAttributePattern('**/a/'.repeat(300), 'a/'.repeat(1000))).toBe(false);
  });
});

function askGit(patterns: readonly string[], paths: readonly string[]): ReadonlySet<string> {
  const root = mkdtempSync(join(tmpdir(), 'threatdiff-attributes-'));
  try {
    const environment = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', HOME: root };
    execFileSync('git', ['init', '-q', root], { env: environment });
    writeFileSync(join(root, '.gitattributes'), patterns.map((pattern, index) => `${pattern} a${index}\n`).join(''));
    const output = execFileSync('git', ['-C', root, 'check-attr', '-z', '--stdin', '--all'], {
      env: environment,
      input: paths.map((path) => `${path}\0`).join(''),
    });
    const fields = output.toString().split('\0');
    const found = new Set<string>();
    for (let at = 0; at + 2 < fields.length; at += 3) found.add(`${fields[at]} ${fields[at + 1]}`);
    return found;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
