/**
 * The description refuses what GitHub would refuse, and what the stand-in must not answer.
 */
import { describe, expect, it } from 'vitest';
import { ApiDescription } from './api-description.ts';

const description = new ApiDescription();
const parameters = { owner: 'acme', repo: 'shop' };

function problems(body: unknown): readonly string[] {
  return description.requestProblems('checks/create', { parameters: { ...parameters }, query: {}, body });
}

describe('requests', () => {
  const good = { name: 'threatdiff', head_sha: 'a'.repeat(40) };

  it('fit, or say what does not', () => {
    expect(problems(good)).toEqual([]);
    expect(problems(undefined)).toEqual(['a body is required']);
    expect(problems({ ...good, conclusion: 'passed' })).toEqual([expect.stringContaining('"action_required"')]);
    expect(problems({ name: 'threatdiff' })).toEqual([expect.stringContaining("required property 'head_sha'")]);
    expect(problems({ ...good, output: { title: 't', summary: 's', txt: '' } })).toEqual([
      '/output must NOT have unevaluated properties ("txt")',
    ]);
  });

  it('keep the branches of a schema closed', () => {
    const values = {
      parameters: { ...parameters, check_run_id: '1' },
      query: {},
      body: { conclusion: 'success', colour: 'red' },
    };
    expect(description.requestProblems('checks/update', values)).toEqual([expect.stringContaining('"colour"')]);
    expect(values.parameters.check_run_id).toBe(1);
  });

  it('are found by the most exact path', () => {
    expect(description.find('GET', '/repos/a/b/pulls/comments/1')?.id).toBe('pulls/get-review-comment');
    expect(description.find('GET', '/repos/a/b/commits/heads%2Fmain/check-runs')).toEqual({
      id: 'checks/list-for-ref',
      parameters: { owner: 'a', repo: 'b', ref: 'heads/main' },
    });
    expect(description.find('GET', '/repos/a/b/contents/x/y.tf')?.parameters['path']).toBe('x/y.tf');
    expect(description.find('GET', '/repos/a/b/labels')).toBeUndefined();
  });
});

describe('answers', () => {
  const reference = {
    ref: 'refs/heads/main',
    node_id: 'n',
    url: 'http://127.0.0.1/',
    object: { type: 'commit', sha: 'a'.repeat(40), url: 'http://127.0.0.1/' },
  };

  it('may have neither too little nor too much', () => {
    const answer = (body: unknown): readonly string[] => description.responseProblems('git/get-ref', 200, body);
    expect(answer(reference)).toEqual([]);
    expect(answer({ ...reference, node_id: undefined })).toEqual([expect.stringContaining('node_id')]);
    expect(answer({ ...reference, more: 1 })).toEqual([expect.stringContaining('"more"')]);
    expect(answer({ ...reference, object: { ...reference.object, sha: 1 } })).toEqual([
      expect.stringContaining('/object/sha'),
    ]);
    expect(description.responseProblems('git/get-ref', 202, reference)).toEqual(['has no answer 202']);
    expect(description.responseProblems('issues/delete-comment', 204, {})).toEqual(['answers 204 without a body']);
  });
});
