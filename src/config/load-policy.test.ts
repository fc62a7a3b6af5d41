/** Policy files: what holds, what is refused with which words, and where each value comes from. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyFile, PolicySources } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { explainConfig } from './explain-config.ts';
import { loadPolicy } from './load-policy.ts';
import { resolveRuleSettings } from './resolve-rule-settings.ts';
import { validatePolicyFile } from './validate-policy-file.ts';

const TODAY = '2026-11-21';
const PATH = '.github/threatdiff.yml';

describe('loadPolicy', () => {
  it('has defaults for everything', () => {
    expect(loadPolicy({}, TODAY)).toEqual({
      policy: {
        mode: 'enforce',
        observe: { days: 14, pullRequests: 20 },
        failOn: 'high',
        failOnRegression: 'medium',
        rules: [],
        environments: [],
        ignore: [],
        externalInputs: { allow: [] },
        waivers: { maxDays: 180 },
        budgets: {
          fileBytes: 5_242_880,
          treeBytes: 268_435_456,
          treeEntries: 500_000,
          nesting: 200,
          unitSteps: 5_000_000,
          unitResources: 20_000,
          ruleSteps: 100_000,
          rulesSteps: 200_000_000,
          findings: 10_000,
        },
        locked: [],
      },
      problems: [],
      provenance: new Map(),
    });
  });

  it('lets the repository decide what the organisation leaves open, and adds up lists', () => {
    const organisation = `version: 1
fail_on: critical
budgets: { findings: 5, nesting: 50 }
external_inputs: { allow: ["git::https://example.com/*"] }
environments:
  - { name: prod, units: [infra/**] }
  - { name: test, units: [test/**] }
ignore: [{ paths: [docs/**], reason: prose }]
`;
    const repository = `version: 1
fail_on: medium
budgets: { findings: 7 }
external_inputs: { allow: ["registry.example.com/*"] }
environments:
  - { name: prod, units: [live/**], variable_files: [prod.tfvars] }
ignore: [{ paths: [examples/**], reason: not deployed, until: 2026-11-21 }]
`;
    const { policy, problems, provenance } = load({ organisation, repository });
    expect(problems).toEqual([]);
    expect(policy).toMatchObject({
      failOn: 'medium',
      budgets: { findings: 7, nesting: 50, ruleSteps: 100_000 },
      externalInputs: { allow: ['git::https://example.com/*', 'registry.example.com/*'] },
      environments: [
        { name: 'test', units: ['test/**'], variableFiles: [] },
        { name: 'prod', units: ['live/**'], variableFiles: ['prod.tfvars'] },
      ],
      ignore: [
        { paths: ['docs/**'], reason: 'prose', origin: { from: 'organisation', line: 8 } },
        { paths: ['examples/**'], reason: 'not deployed', until: '2026-11-21' },
      ],
    });
    expect(provenance.get('fail_on')).toEqual({ from: 'repository', file: PATH, line: 2 });
    expect(provenance.get('budgets.nesting')).toEqual({ from: 'organisation', file: 'threatdiff.yml', line: 3 });
  });

  it('keeps what the organisation locks and says so', () => {
    const organisation = 'version: 1\nlocked: [mode, budgets, ignore]\nmode: enforce\n';
    const repository = `version: 1
mode: monitor
fail_on: low
budgets: { findings: 1 }
ignore: [{ paths: ["**"], reason: x }]
locked: [fail_on]
`;
    const { policy, problems } = load({ organisation, repository });
    expect(policy).toMatchObject({ mode: 'enforce', failOn: 'low', ignore: [], budgets: { findings: 10_000 } });
    expect(policy.locked).toEqual(['mode', 'budgets', 'ignore']);
    expect(problems.map(short)).toEqual([
      'note 2:1 mode is locked by the organisation; its value holds.',
      'note 4:12 budgets.findings is locked by the organisation; its value holds.',
      'note 5:1 ignore is locked by the organisation; its value holds.',
      'note 6:1 locked may only stand in the policy of the organisation.',
    ]);
  });

  it('does not apply a broken repository file in part', () => {
    const { policy, problems } = load({
      organisation: 'version: 1\nfail_on: low\n',
      repository: 'version: 1\nmode: monitor\nfoo: 1\n',
    });
    expect(policy).toMatchObject({ mode: 'enforce', failOn: 'low' });
    expect(problems.map(short)).toEqual([
      'note 1:1 The policy of the repository is invalid and is not applied. Organisation policy and defaults hold.',
      'note 3:1 foo is not a setting.',
    ]);
  });

  it('applies only defaults when the organisation is broken, because its locks are unknown', () => {
    const { policy, problems } = load({ organisation: 'version: 2', repository: 'version: 1\nmode: monitor\n' });
    expect(policy.mode).toBe('enforce');
    expect(problems.map(short)).toEqual([
      'not-evaluated 1:1 The policy of the organisation is invalid and is not applied. Only the defaults hold.',
      'not-evaluated 1:10 version must be 1.',
    ]);
    expect(
      load({ organisation: 'version: 1\nlocked: [moode]', repository: 'version: 1\nmode: monitor' }),
    ).toMatchObject({
      policy: { mode: 'enforce' },
      problems: [{ message: 'locked[1] is not the name of a setting.', hint: 'Did you mean mode?' }],
    });
  });

  it('drops ignore entries after their last day, with a note', () => {
    const repository = 'version: 1\nignore:\n  - { paths: [a], reason: r, until: 2026-11-20 }\n';
    const { policy, problems } = load({ repository });
    expect(policy.ignore).toEqual([]);
    expect(problems.map(short)).toEqual(['note 3:1 An ignore entry ended on 2026-11-20 and is not applied.']);
  });
});

describe('what is wrong with a policy file', () => {
  const cases: readonly [string, string, string | undefined][] = [
    ['version: 1\nmoode: enforce', '2:1 moode is not a setting.', 'Did you mean mode?'],
    [
      'version: 1\nrules:\n  a-b: { enabeld: false }',
      '3:10 rules.a-b.enabeld is not a setting.',
      'Did you mean enabled?',
    ],
    ['version: 1\nbudgets: { fileBytes: 5 }', '2:12 budgets.fileBytes is not a setting.', 'Did you mean file_bytes?'],
    [
      'version: 1\nzzzzzzzz: 1',
      '2:1 zzzzzzzz is not a setting.',
      expect.stringContaining('Settings here: version, mode') as string,
    ],
    ['version: 1\nmode: audit', '2:7 mode must be enforce or monitor.', undefined],
    ['version: 1\nfail_on: 3', '2:10 fail_on must be critical, high, medium, low or info.', undefined],
    ['mode: enforce', '1:1 version is missing.', undefined],
    ['', '1:1 The file must be a map of settings.', undefined],
    ['- 1', '1:1 The file must be a map of settings.', undefined],
    ['version: 1\nignore: [{ paths: [] , reason: r }]', '2:19 ignore[1].paths must name at least one path.', undefined],
    [
      'version: 1\nignore: [{ paths: [../x], reason: r }]',
      '2:20 ignore[1].paths[1] must be a path inside the repository, without ...',
      undefined,
    ],
    ['version: 1\nignore: [{ paths: [x], reason: " " }]', '2:32 ignore[1].reason must not be empty.', undefined],
    [
      'version: 1\nignore: [{ paths: [x], reason: r, until: 2026-02-30 }]',
      '2:42 ignore[1].until must be a day that exists, written YYYY-MM-DD.',
      undefined,
    ],
    ['version: 1\nbudgets: { findings: 0 }', '2:22 budgets.findings must be at least 1.', undefined],
    ['version: 1\nbudgets: { findings: 1.5 }', '2:22 budgets.findings must be a whole number.', undefined],
    [
      'version: 1\nrules: { "a b": { enabled: false } }',
      '2:10 rules.a b must be a rule id, an alias, or a pattern such as aws-s3-*.',
      undefined,
    ],
    ['version: 1\nmode: enforce\nmode: monitor', '3:1', undefined],
    ['version: 1\nmode: &a enforce\nfail_on: *a', '3:10', undefined],
    ['version: 1\nbudgets:\n  <<: { findings: 1 }', '3:3', undefined],
    ['version: 1\nrules: { a: { enabled: yes } }', '2:24', undefined],
    ['version: 1\nmode: !vault enforce', '2:7 Tags are not allowed.', undefined],
    ['version: 1\n---\nversion: 1', '1:1 The file holds more than one document.', undefined],
    ['version: 1\nmode: [enforce', '', undefined],
    ['version: 1\n__proto__: { mode: monitor }', '2:1 __proto__ is not a setting.', expect.any(String) as string],
  ];
  it.each(cases)('%j', (text, expected, hint) => {
    const problems = validatePolicyFile(text, PATH);
    expect(problems.length).toBeGreaterThan(0);
    expect(`${short(problems[0])}\n`).toContain(`not-evaluated ${expected}`.trimEnd());
    if (hint !== undefined) expect(problems[0]?.hint).toEqual(hint);
  });

  it('takes a valid file, and locks only at the root of a repository', () => {
    expect(validatePolicyFile('version: 1\nmode: monitor\n', PATH)).toEqual([]);
    expect(validatePolicyFile('version: 1\nlocked: [mode]\n', 'threatdiff.yml')).toEqual([]);
    expect(validatePolicyFile('version: 1\nlocked: [mode]\n', PATH).map(short)).toEqual([
      'not-evaluated 2:1 locked may only stand in the policy of the organisation.',
    ]);
    expect(validatePolicyFile('waivers: []', '.github/threatdiff-waivers.yml')).toEqual([]);
  });

  it('never throws, and never hangs on nesting', () => {
    for (const text of [
      '['.repeat(200_000),
      '- '.repeat(200_000),
      `version: 1\nmode: ${'x'.repeat(600_000)}`,
      '\0',
      '\uFEFF',
    ]) {
      expect(validatePolicyFile(text, PATH).length).toBeGreaterThan(0);
    }
    const words = fc.constantFrom(
      'version',
      'mode',
      ': ',
      '1',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '*a',
      '&a',
      'rules',
      '"',
      'x',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        expect(Array.isArray(load({ repository: parts.join('') }).problems)).toBe(true);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});

describe('settings of a rule', () => {
  const settings = (sources: { organisation?: string; repository?: string }, names: readonly string[]) =>
    resolveRuleSettings(load(sources).policy, names);

  it('lets exact names win over patterns and later files over earlier ones, field by field', () => {
    const organisation =
      'version: 1\nrules: { aws-s3-open: { severity: low, blocks: always }, aws-s3-*: { severity: high } }';
    expect(settings({ organisation }, ['aws-s3-open'])).toEqual({ severity: 'low', blocks: 'always' });
    expect(settings({ organisation }, ['aws-s3-other'])).toEqual({ severity: 'high' });
    expect(settings({ organisation }, ['aws-sqs-x', 'old-name'])).toEqual({});
    const repository = 'version: 1\nrules: { aws-*: { severity: info } }';
    expect(settings({ organisation, repository }, ['aws-s3-open'])).toEqual({ severity: 'info', blocks: 'always' });
  });

  it('keeps a locked rule against every name the repository may use for it', () => {
    const organisation = 'version: 1\nlocked: [rules.aws-iam-*, rules.aws-s3-open.enabled]';
    for (const pattern of ['aws-iam-star', 'aws-*', '"*"', 'old-iam', '"*star"', 'aws-iam-*']) {
      const repository = `version: 1\nrules: { ${pattern}: { enabled: false, severity: info } }`;
      expect(settings({ organisation, repository }, ['aws-iam-star', 'old-iam'])).toEqual({});
    }
    const repository = 'version: 1\nrules: { "*": { enabled: false, severity: info } }';
    expect(settings({ organisation, repository }, ['aws-s3-open'])).toEqual({ severity: 'info' });
    expect(settings({ organisation, repository }, ['aws-sqs-x'])).toEqual({ enabled: false, severity: 'info' });
    expect(load({ organisation, repository }).problems.map(short)).toEqual([
      'note 2:10 rules.* is locked by the organisation; its value holds.',
    ]);
  });
});

describe('explainConfig', () => {
  it('names value, origin and meaning of every setting', () => {
    const repository = 'version: 1\nmode: monitor\nrules: { aws-s3-*: { enabled: false } }\n';
    const lines = explainConfig(load({ repository }));
    expect(lines.slice(0, 2)).toEqual([
      `mode = monitor  (repository ${PATH}:2)`,
      '    `enforce` fails the check; `monitor` only says what would have happened.',
    ]);
    expect(lines).toContain('fail_on = high  (default)');
    expect(lines).toContain(`  - aws-s3-*: {"enabled":false}  (repository ${PATH}:3)`);
    expect(lines).toContain('budgets.file_bytes = 5242880  (default)');
  });

  it('writes every setting as a policy file does, so that it can be copied', () => {
    const own =
      'environments: [{ name: prod, units: [infra], variable_files: [prod.tfvars] }]\nignore: [{ paths: [x], reason: old }]';
    const lines = explainConfig(load({ repository: `version: 1\n${own}\nbudgets: { tree_bytes: 7 }\n` }));
    expect(lines.filter((line) => /^\S*[a-z][A-Z]/.test(line))).toEqual([]);
    expect(lines).toContain(`budgets.tree_bytes = 7  (repository ${PATH}:4)`);
    expect(lines.find((line) => line.startsWith('environments'))).toContain('"variable_files":["prod.tfvars"]');
    expect(lines).toContain('ignore = 1 entry');
  });
});

function load(texts: { readonly organisation?: string; readonly repository?: string }) {
  const sources: PolicySources = {
    ...(texts.organisation === undefined
      ? {}
      : { organisation: { policy: file('threatdiff.yml', texts.organisation) } }),
    ...(texts.repository === undefined ? {} : { repository: { policy: file(PATH, texts.repository) } }),
  };
  return loadPolicy(sources, TODAY);
}

function file(path: string, text: string): PolicyFile {
  return { file: path, id: 'id', text };
}

function short(problem: Problem | undefined): string {
  const range = problem?.location?.range;
  return `${problem?.effect} ${range?.startLine}:${range?.startColumn} ${problem?.message}`;
}
