/** What rules see of a Dockerfile: stages with stable addresses, effective values, inputs from outside, problems. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BudgetLimits } from '../../model/budget.ts';
import type { Resource } from '../../model/resource.ts';
import type { Value } from '../../model/value.ts';
import { type EvaluatedDockerfile, evaluateDockerfile } from './evaluate-dockerfile.ts';
import { dockerfileParser } from './index.ts';

const limits: BudgetLimits = {
  fileBytes: 1e6,
  treeBytes: 1e8,
  treeEntries: 1e5,
  nesting: 60,
  unitSteps: 50_000,
  unitResources: 10_000,
  ruleSteps: 10_000,
  rulesSteps: 1e6,
  findings: 1_000,
};

const evaluate = (text: string): EvaluatedDockerfile => evaluateDockerfile('app/Dockerfile', text, 'default', limits);
const addresses = (text: string): string[] => evaluate(text).resources.map((resource) => resource.address);
const messages = (text: string): string[] => evaluate(text).state.problems.map((problem) => problem.message);

/** `?reason subject [prefix]` for unresolved, plain data else. */
function plain(value: Value | undefined): unknown {
  if (value?.state === 'unresolved') return `?${value.reason} ${value.subject} [${value.knownPrefix ?? ''}]`;
  if (value?.state !== 'known') return value?.state;
  if (value.type === 'scalar') return value.value;
  if (value.type === 'map') return Object.fromEntries([...value.entries].map(([key, inner]) => [key, plain(inner)]));
  return [...value.items.map((item) => plain(item.value)), ...(value.openEnded ? ['…'] : [])];
}

const last = (text: string): Resource | undefined => evaluate(text).resources.at(-1);
const get = (text: string, name: string): unknown => plain(last(text)?.properties.get(name));

describe('which files', () => {
  it.each([
    ['Dockerfile', 'yes'],
    ['a/dockerfile', 'yes'],
    ['Dockerfile.prod', 'yes'],
    ['api.Dockerfile', 'yes'],
    ['x.dockerfile', 'yes'],
    ['Containerfile.dev', 'yes'],
    ['Dockerfile-prod', 'maybe'],
    ['Dockerfile.md', 'maybe'],
    ['Dockerfile.dockerignore', 'no'],
    ['a.dockerignore', 'no'],
    ['docker-compose.yml', 'no'],
  ])('%s: %s', (path, answer) => expect(dockerfileParser.claims(path)).toBe(answer));

  it('looks at the first instruction where the name leaves doubt', () => {
    expect(dockerfileParser.recognizes('Dockerfile-x', '# c\nARG A=1\nFROM a')).toBe(true);
    expect(dockerfileParser.recognizes('Dockerfile.md', '# How to build\nRun this')).toBe(false);
  });
});

describe('addresses', () => {
  it.each([
    ['one stage, whatever its image', 'FROM node:22', ['final']],
    ['names win', 'FROM a AS Build\nFROM b AS run', ['stage "build"', 'stage "run"']],
    ['unnamed stages by image', 'FROM r:5000/a:1@sha256:00\nFROM b', ['FROM r:5000/a', 'final']],
    ['repeats', 'FROM a:1\nFROM a:2\nFROM a#2\nFROM b', ['FROM a', 'FROM a#2', 'FROM a#2#2', 'final']],
    ['variables as written', 'ARG V=1\nFROM ${R:-x}/a:${V}\nFROM b', ['FROM ${R:-x}/a', 'final']],
  ])('%s', (_name, text, expected) => expect(addresses(text)).toEqual(expected));

  it('do not change when a tag changes or a stage is inserted', () => {
    expect(addresses('FROM a:1\nFROM node:22')).toEqual(addresses('FROM a:2\nFROM node:23'));
    expect(addresses('FROM a\nFROM x AS new\nFROM b')).toEqual(['FROM a', 'stage "new"', 'final']);
  });
});

describe('base images', () => {
  it.each([
    ['FROM node:22', ['node:22', 'node', '22', undefined]],
    ['FROM node', ['node', 'node', undefined, undefined]],
    ['FROM r:5000/a/b@sha256:ab', ['r:5000/a/b@sha256:ab', 'r:5000/a/b', undefined, 'sha256:ab']],
    ['FROM --platform=linux/arm64 scratch', ['scratch', 'scratch', undefined, undefined]],
    ['ARG V=22\nFROM node:$V', ['node:22', 'node', '22', undefined]],
    ['ARG A=x\nARG B=${A}y\nFROM "${B}"', ['xy', 'xy', undefined, undefined]],
    ['FROM ${NONE:-alpine}:3', ['alpine:3', 'alpine', '3', undefined]],
    ['ARG V\nFROM node:${V:-20}', ['node:20', 'node', '20', undefined]],
  ])('%j', (text, expected) => {
    const names = ['BaseImage', 'BaseImageName', 'BaseImageTag', 'BaseImageDigest'];
    expect(names.map((name) => get(text, name))).toEqual(expected);
  });

  it('shows a default as an assumption', () => {
    const value = last('ARG V=22\nFROM node:$V')?.properties.get('BaseImage');
    expect(value?.origin?.assumptions).toMatchObject([{ kind: 'parameter-default', subject: 'ARG V', value: '22' }]);
  });

  it('does not know an argument without a default, and keeps what is written', () => {
    const text = 'ARG V\nFROM node:${V}@sha256:ab';
    expect(get(text, 'BaseImage')).toBe('?build-argument ARG V [node:]');
    expect(get(text, 'BaseImageName')).toBe('?build-argument ARG V [node:]');
    expect(get(text, 'BaseImageDigest')).toBe('sha256:ab');
    expect(get('FROM x-$TARGETARCH', 'BaseImage')).toBe('?pseudo-parameter ARG TARGETARCH [x-]');
  });

  it('names the stage, not an image, where one builds on the other', () => {
    const text = 'FROM a AS Base\nUSER app\nENV X=1\nEXPOSE 80\nHEALTHCHECK CMD x\nFROM base';
    expect(get(text, 'BaseStage')).toBe('base');
    expect(get(text, 'BaseImage')).toBeUndefined();
    expect([get(text, 'User'), get(text, 'Env'), get(text, 'ExposedPorts')]).toEqual(['app', { X: '1' }, [80]]);
    expect(get(text, 'HasHealthcheck')).toBe(true);
  });
});

describe('effective values', () => {
  it.each([
    ['never set', '', undefined],
    ['last one wins', 'USER a\nUSER b', 'b'],
    ['group apart', 'USER 0:0', '0'],
    ['ENV', 'ENV U=app\nUSER $U', 'app'],
    ['ENV wins over ARG', 'ENV U=env\nARG U=arg\nUSER $U', 'env'],
    ['default of an argument', 'ARG U=app\nUSER $U', 'app'],
    ['default where it is used', 'ARG U\nUSER ${U:-root}', 'root'],
    ['argument without default', 'ARG U\nUSER $U', '?build-argument ARG U []'],
    ['from the base image', 'USER ${U}', '?external-data $U of the base image []'],
    ['alternative', 'ENV U=\nUSER ${U:+x}y', 'y'],
    ['escapes and quotes', 'ENV A=\'$B\' C="d e"\nUSER $A\\$', '$B$'],
    ['pattern operators', 'ENV A=xy\nUSER ${A%y}', '?unsupported-expression ${A%y} []'],
    ['ENV sees the environment before it', 'ENV A=1\nENV A=2 B=$A\nUSER $B', '1'],
    ['old form of ENV', 'ENV A some value\nUSER $A', 'some value'],
    ['here-document hides nothing', 'RUN <<X\nUSER app\nX\nUSER root', 'root'],
    ['ONBUILD is not of this stage', 'ONBUILD USER app', undefined],
  ])('User, %s', (_name, text, expected) => expect(get(`FROM a\n${text}`, 'User')).toBe(expected));

  it('takes a global argument only where the stage declares it', () => {
    expect(get('ARG U=app\nFROM a\nARG U\nUSER $U', 'User')).toBe('app');
    expect(get('ARG U=app\nFROM a\nUSER $U', 'User')).toBe('?external-data $U of the base image []');
    expect(get('ARG U=app\nFROM scratch\nUSER x$U', 'User')).toBe('x');
  });

  it('runs ONBUILD triggers in a stage built on theirs', () => {
    expect(get('FROM a AS b\nONBUILD USER app\nFROM b', 'User')).toBe('app');
  });

  it('reads ports, ranges and protocols', () => {
    const text = 'FROM a\nENV P=9000\nEXPOSE 80 443/tcp 8000-8002 $P x 70000';
    const ports = [80, 443, 8000, 8001, 8002, '9000', '?invalid-value x []', '?invalid-value 70000 []'];
    expect(get(text, 'ExposedPorts')).toEqual(ports.map((port) => (port === '9000' ? 9000 : port)));
    expect(get('FROM a\nEXPOSE 1-65535', 'ExposedPorts')).toEqual(['?budget-exceeded 1-65535 []']);
  });

  it('knows HEALTHCHECK NONE', () => {
    expect(get('FROM a\nHEALTHCHECK CMD x\nHEALTHCHECK NONE', 'HasHealthcheck')).toBe(false);
    expect(get('FROM a', 'HasHealthcheck')).toBe(false);
  });

  it('lists instructions and commands with positions', () => {
    const text = 'FROM a\nRUN apt-get update && \\\n  curl -k https://x\n';
    expect(get(text, 'Instructions')).toEqual([{ Name: 'RUN', Text: 'apt-get update &&   curl -k https://x' }]);
    const commands = last(text)?.properties.get('Commands');
    const item = commands?.state === 'known' && commands.type === 'list' ? commands.items[1]?.value : undefined;
    expect(plain(item)).toEqual({ Name: 'curl', Arguments: ['-k', 'https://x'], Text: 'curl -k https://x' });
    expect(item?.origin?.location?.range).toEqual({ startLine: 3, startColumn: 3, endLine: 3, endColumn: 20 });
  });

  it.each([
    ['RUN ["sh", "-c", "id"]', ['sh', 'id']],
    ['RUN <<E\na\nb\nE', ['a', 'b']],
    ['RUN bash -e <<E\na\nE', ['bash', 'a']],
    ['RUN cat <<E > f\na\nE', ['cat']],
    ['RUN <<E\n#!/usr/bin/env python3\nimport os\nE', ['…']],
    ['SHELL ["powershell"]\nRUN x', ['x', '…']],
    ['ONBUILD RUN x', ['x']],
  ])('commands of %j', (text, expected) => {
    const commands = get(`FROM a\n${text}`, 'Commands') as readonly ({ Name: string } | string)[];
    expect(commands.map((command) => (typeof command === 'string' ? command : command.Name))).toEqual(expected);
  });
});

describe('secrets', () => {
  it('marks values and texts that look like secrets and keeps them out of assumptions', () => {
    const text =
      'FROM a\nARG API_TOKEN=abc123\nENV DB_PASSWORD=abc123 URL=x/$API_TOKEN\nRUN x --password=abc123\nUSER $API_TOKEN';
    const { resources, state } = evaluate(text);
    const leaks: string[] = [];
    const visit = (value: Value): void => {
      if (value.state !== 'known') return;
      if (value.origin.text?.includes('abc123') === true) leaks.push(value.origin.text);
      if (value.type === 'list') for (const item of value.items) visit(item.value);
      else if (value.type === 'map') for (const inner of value.entries.values()) visit(inner);
      else if (String(value.value).includes('abc123') && value.sensitive !== true) leaks.push(String(value.value));
    };
    for (const resource of resources) for (const value of resource.properties.values()) visit(value);
    expect(leaks).toEqual([]);
    expect(JSON.stringify([...state.assumptions.values()])).not.toContain('abc123');
  });
});

describe('inputs from outside', () => {
  it('finds images, mounts, frontends and URLs, pinned or not', () => {
    const text = [
      '# syntax=docker/dockerfile:1@sha256:aa',
      'FROM node:22 AS build',
      'COPY --from=alpine@sha256:bb /a /a',
      'RUN --mount=type=bind,from=tools:1,target=/t x',
      'FROM build',
      'COPY --from=0 /a /a',
      'COPY --from=build /a /b',
      'ADD https://e.x/a.tgz /a',
      'ADD --checksum=sha256:cc https://e.x/b.tgz local.txt /b',
      'ADD $WHAT /c',
    ].join('\n');
    const inputs = evaluate(text).state.externalInputs.map(({ kind, source, pin }) =>
      [kind, source, pin].join(' ').trim(),
    );
    expect(inputs).toEqual([
      'image node:22',
      'image alpine@sha256:bb sha256:bb',
      'image tools:1',
      'url https://e.x/a.tgz',
      'url https://e.x/b.tgz sha256:cc',
      'url $WHAT',
      'image docker/dockerfile:1@sha256:aa sha256:aa',
    ]);
  });

  it('has none for scratch', () => expect(evaluate('FROM scratch').state.externalInputs).toEqual([]));
});

describe('problems', () => {
  it.each([
    ['FROM a\nFOO bar', 'Unknown instruction "FOO".'],
    ['', 'The Dockerfile has no FROM.'],
    ['RUN a', 'RUN stands before the first FROM.'],
    ['FROM a b', 'FROM takes an image and `AS <name>`.'],
    ['FROM', 'FROM names no image.'],
    ['FROM $X', 'FROM names no image once its variables are replaced.'],
    ['FROM a\nUSER', 'USER needs arguments.'],
    ['FROM a\nENV A=1 B', 'ENV needs `NAME=value`.'],
    ['FROM a\nONBUILD FROM b', 'ONBUILD cannot hold FROM.'],
    ['FROM a\nRUN <<E', 'A here-document never ends.'],
    ['{% if x %}\nFROM a', 'This Dockerfile is a template; what it becomes is not known.'],
    ['FROM a AS x\nFROM b AS X', 'Two stages have the same name; builders may pick either.'],
  ])('%j', (text, message) => expect(messages(text)).toContain(message));

  it('has a line', () => {
    expect(evaluate('FROM a\n\n FOO').state.problems[0]).toMatchObject({
      code: 'syntax-error',
      effect: 'not-evaluated',
      location: { path: 'app/Dockerfile', range: { startLine: 3, startColumn: 2, endLine: 3, endColumn: 5 } },
    });
  });

  it.each([
    ['doubling variables', `FROM a\nENV A=xxxxxxxx\n${'ENV A=$A$A\n'.repeat(60)}USER $A`],
    ['stages that inherit much', `FROM a AS s0\nENV ${'A=1 '.repeat(3_000)}\n${'FROM s0\n'.repeat(20_000)}`],
    ['triggers that multiply', `FROM a AS s\n${'ONBUILD RUN x\n'.repeat(2_000)}${'FROM s\n'.repeat(2_000)}`],
    [
      'assumptions that pile up',
      `${Array.from({ length: 5_000 }, (_, i) => `ARG A${i + 1}=x$A${i}\n`).join('')}FROM a`,
    ],
    ['stages without end', 'FROM a\n'.repeat(20_000)],
    ['many instructions', `FROM a\n${'RUN x\n'.repeat(60_000)}`],
  ])('stays within its budget: %s', (_name, text) => {
    const { state, resources } = evaluate(text);
    const doubled = plain(resources.at(-1)?.properties.get('User'));
    const reported = state.problems.some((problem) => problem.code === 'budget-exceeded');
    expect(reported || String(doubled).startsWith('?budget-exceeded')).toBe(true);
  });

  it('keeps the first 100 problems', () => {
    expect(messages(`FROM a\n${'FOO\n'.repeat(500)}`)).toHaveLength(100);
  });

  it('never throws, and text without a FROM always has a problem', () => {
    const piece = fc.constantFrom(
      'FROM',
      ' ',
      'a',
      '\n',
      'RUN',
      '$',
      '{',
      '}',
      '"',
      "'",
      '\\',
      '<<',
      'E',
      'ENV',
      '=',
      ':',
      'USER',
      '#',
      'ARG',
    );
    const property = fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const { resources, state } = evaluate(pieces.join(''));
      return resources.length > 0 || state.problems.length > 0;
    });
    fc.assert(property, { seed: 17, numRuns: 3_000 });
  });
});
