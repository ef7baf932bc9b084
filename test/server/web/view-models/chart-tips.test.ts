import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recommendFor } from '../../../../server/usecases/recommend.ts';
import { withTips } from '../../../../server/web/view-models/chart-tips.ts';
import { reportParts } from '../../../../server/web/view-models/result-charts.ts';
import { shippedBasis } from '../../../builders/web.ts';

const outcome = recommendFor(shippedBasis(), {
  answers: { employees: 300 },
  runs: [],
  seed: 1,
  samples: 50,
  today: '2026-11-23',
});
assert.ok(outcome.ok);
const parts = reportParts(outcome.value, 'en');

describe('the marks of a chart', () => {
  for (const id of ['contributions', 'intervals', 'rank-shares', 'cost']) {
    it(`say what they stand for (${id})`, () => {
      const chart = parts.chart(id);
      const tips = [...(chart?.svg ?? '').matchAll(/data-tip="([^"]+)"/g)].map(([, tip]) => tip ?? '');
      const names = new Set(chart?.data.rows.map(({ cells }) => cells[0]?.text));

      assert.ok(tips.length > 0);
      for (const tip of tips) assert.ok(names.has(tip.split('\n')[0]), tip);
    });
  }

  it('stay as they are where they cannot be told apart', () => {
    const figure = {
      form: 'intervals' as const,
      axis: { label: '', min: 0, max: 1, scale: 'linear' as const, ticks: [] },
      rows: [],
    };

    assert.equal(withTips('<svg><circle r="1"/></svg>', { figure }), '<svg><circle r="1"/></svg>');
  });
});
