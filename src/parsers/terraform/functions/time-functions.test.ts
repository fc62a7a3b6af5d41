/** Functions over timestamps: formats, sums and order as in Terraform, and what Terraform refuses. */
import { describe, expect, it } from 'vitest';
import { evaluateExpressionText } from '../testing/evaluate-expression-text.ts';
import { show } from '../testing/show.ts';

const evaluate = (expression: string): unknown => show(evaluateExpressionText(expression));

describe('functions over timestamps', () => {
  it.each([
    ['formatdate("DD MMM YYYY hh:mm ZZZ", "2018-01-02T23:12:01Z")', '02 Jan 2018 23:12 UTC'],
    ['formatdate("EEEE, DD-MMM-YY hh:mm:ss ZZZ", "2018-01-02T23:12:01Z")', 'Tuesday, 02-Jan-18 23:12:01 UTC'],
    ['formatdate("EEE, DD MMM YYYY hh:mm:ss ZZZ", "2018-01-02T23:12:01-08:00")', 'Tue, 02 Jan 2018 23:12:01 -0800'],
    ['formatdate("MMM DD, YYYY", "2018-01-02T23:12:01Z")', 'Jan 02, 2018'],
    ['formatdate("HH:mmaa", "2018-01-02T23:12:01Z")', '11:12pm'],
    ["formatdate(\"h'h'm'm' '''q'''\", \"2018-01-02T03:02:01Z\")", "3h2m 'q'"],
    ['timeadd("2017-11-22T00:00:00Z", "10m")', '2017-11-22T00:10:00Z'],
    ['timeadd("2017-11-22T00:00:00+02:00", "-1h30m1.5s")', '2017-11-21T22:29:58+02:00'],
    ['timecmp("2017-11-22T00:00:00Z", "2017-11-22T01:00:00+01:00")', 0],
    ['timecmp("2017-11-22T00:00:00Z", "2017-11-22T00:00:00.000000001Z")', -1],
  ])('%s', (expression, expected) => {
    expect(evaluate(expression)).toBe(expected);
  });

  it.each(['formatdate("JJ", "2018-01-02T23:12:01Z")', 'timeadd("2018-02-30T00:00:00Z", "1s")', 'timeadd("x", "1s")'])(
    'refuses %s',
    (expression) => {
      expect(evaluate(expression)).toMatch(/^\?invalid-value/);
    },
  );

  it.each(['timestamp()', 'formatdate("YYYY", timestamp())', 'timeadd(plantimestamp(), "1h")'])(
    'does not know %s',
    (expression) => {
      expect(evaluate(expression)).toMatch(/^\?non-deterministic/);
    },
  );
});
