import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseThreshold } from '../../../benchmarks/stats/thresholds.ts';
import { buildReportModel } from '../../../server/reports/report-model.ts';
import { thresholdWords } from '../../../server/reports/threshold-words.ts';
import { aReportInput, aRun } from '../../builders/report.ts';

test('a pass criterion is read out with its quantity, its limit and its unit', () => {
  const shown: readonly (readonly [string, string, string])[] = [
    [
      'p99FinalDotMs<=500',
      'Final dot (99% of the messages) ≤ 500 ms',
      '本文の送信完了（99%）が500ミリ秒以下',
    ],
    ['errors<=0.1%', 'Share not accepted ≤ 0.1%', '受理されなかった割合が0.1%以下'],
    ['acceptedPerSec>=100', 'Accepted messages per second ≥ 100', '毎秒の受理通数が100以上'],
    ['lost==0', 'Lost messages = 0', '紛失した通数が0ちょうど'],
    ['maxResponseMs < 2000', 'Response time (slowest) < 2000 ms', '応答時間（最大）が2000ミリ秒未満'],
  ];
  for (const [expression, en, ja] of shown) {
    assert.notEqual(typeof parseThreshold(expression), 'string', 'the harness knows it');
    assert.deepEqual(thresholdWords(expression), { en, ja });
  }
});

test('a criterion of a later version stays as it was written', () => {
  assert.deepEqual(thresholdWords('p42Warp<=9'), { en: 'p42Warp<=9', ja: 'p42Warp<=9' });
});

test('a run says in words what load it was and how its criteria ended', () => {
  const load = { model: 'closed', sessions: 10, messages: 5000 };
  const result = aRun({ target: 'builtin', plan: { load, mail: { size: '75 KiB' } } });
  const report = buildReportModel(
    aReportInput({ runs: [{ id: 'run-1', optionId: null, result }], lang: 'ja' }),
  );
  const blocks = report.sections.find(({ id }) => id === 'measured')?.blocks ?? [];
  const rows = blocks.flatMap((block) =>
    block.kind === 'table' && block.id === 'run1-conditions' ? block.rows : [],
  );
  const shown = Object.fromEntries(rows.map(({ cells }) => [cells[0]?.text, cells[1]?.text]));
  assert.equal(shown['負荷'], '10セッション・5,000通・75 KiB');
  assert.equal(shown['測定対象'], '内蔵の参照サーバー');
  assert.equal(shown['合格条件'], '本文の送信完了（99%）が500ミリ秒以下：合格');
});
