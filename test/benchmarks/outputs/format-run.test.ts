import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { before, test } from 'node:test';
import type { RunResult } from '../../../benchmarks/index.ts';
import { runLoad } from '../../../benchmarks/index.ts';
import { formatRun, runFormatOf } from '../../../benchmarks/outputs/format-run.ts';
import { histogramLines, latencyBuckets } from '../../../benchmarks/outputs/latency-buckets.ts';
import { errorClassWord } from '../../../benchmarks/outputs/step-words.ts';
import { ERROR_CLASS_WORDS } from '../../../server/reports/texts/error-classes.ts';
import { LatencyHistogram } from '../../../benchmarks/stats/latency-histogram.ts';
import { summaryWithSpectrum } from '../../../benchmarks/stats/spectrum.ts';

const HOSTILE = `=cmd|' /C calc'!A0"><script>alert(1)</script>&\u0000\n]]>\\`;
let result: RunResult;
let hostile: RunResult;

before(async () => {
  const run = await runLoad(
    {
      target: 'builtin',
      load: { model: 'closed', sessions: 2, durationSec: 1.2 },
      thresholds: ['errors<=0.1%', 'p50FinalDotMs<=0'],
    },
    { onEvent: () => undefined },
  );
  assert.ok(!('refused' in run));
  result = run;
  hostile = {
    ...run,
    target: `smtp://${HOSTILE}`,
    server: { ...run.server, banner: HOSTILE, capabilities: [HOSTILE] },
    errors: [
      {
        phase: 'rcpt',
        replyCode: 450,
        enhancedCode: '4.7.1',
        class: 'throttle',
        count: 3,
        sample: HOSTILE,
        firstSeenSec: 0,
        lastSeenSec: 1,
      },
    ],
    thresholds: [{ expression: HOSTILE, passed: false, actual: null }],
  };
});

test('the name of a file tells its format', () => {
  const cases = {
    'a.json': 'json',
    'a.CSV': 'csv',
    'x/y.html': 'html',
    'junit.xml': 'junit',
    'm.prom': 'prometheus',
    a: 'json',
  };
  for (const [path, format] of Object.entries(cases)) assert.equal(runFormatOf(path), format);
});

test('JSON holds the result as it is', () => {
  assert.deepEqual(JSON.parse(formatRun(result, 'json', 'en')), structuredClone(result));
});

test('CSV has one row per second under one row of names, and only numbers', () => {
  const [names, ...rows] = formatRun(result, 'csv', 'en').trimEnd().split('\r\n');

  assert.match(names ?? '', /^atSec,offered,accepted,/);
  assert.equal(rows.length, result.series.length);
  for (const row of rows) assert.match(row, /^[\d.]+(,[\d.]+){9}$/);
});

test('JUnit counts the missed criterion as a failure and the rest as passed', () => {
  const xml = formatRun({ ...result, verdict: 'valid' }, 'junit', 'en');

  assert.match(xml, /<testsuite name="mailfit builtin" tests="4" failures="1" errors="0"/);
  assert.match(xml, /name="p50FinalDotMs&lt;=0" time="0\.000"><failure type="missed" message="missed: /);
});

test('JUnit has times as the schemas of CI servers want them, and says why a run ended early', () => {
  const xml = formatRun({ ...result, verdict: 'aborted', verdictReason: 'unreachable' }, 'junit', 'en');

  assert.match(xml, / timestamp="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"/);
  assert.match(xml, /message="The run was stopped before its end\. No connection could be opened\./);
});

test('a run that is not valid fails in JUnit, and so do losses', () => {
  const lossy = {
    ...result,
    verdict: 'generatorBound',
    ledger: { ...result.ledger, lost: 2 },
    thresholds: [],
  } as const;

  const xml = formatRun({ ...lossy, thresholds: [] }, 'junit', 'ja');

  assert.match(xml, /failures="2"/);
  assert.match(xml, /紛失 2/);
});

test('every line of the Prometheus text is a comment or a sample of a declared family', () => {
  for (const run of [result, hostile]) {
    const lines = formatRun(run, 'prometheus', 'en').trimEnd().split('\n');
    const families = lines.flatMap((line) => /^# TYPE (\w+) /.exec(line)?.[1] ?? []);

    assert.ok(families.includes('mailfit_phase_seconds'));
    for (const line of lines.filter((text) => !text.startsWith('# '))) {
      const [, name] = /^([a-z_]+)\{(?:[a-z]+="(?:[^"\\\n]|\\.)*",?)+\} -?[\d.e+-]+$/.exec(line) ?? [];
      assert.ok(
        families.some((family) => name?.replace(/_(sum|count)$/, '') === family),
        line,
      );
    }
  }
});

test('Prometheus knows every phase in seconds', () => {
  const text = formatRun(result, 'prometheus', 'en');

  const expected = result.phases.finalDot.p99Us / 1e6;
  assert.ok(
    text.includes(`mailfit_phase_seconds{target="builtin",phase="finalDot",quantile="0.99"} ${expected}\n`),
  );
});

test('delivery is told beside acceptance, wherever somebody counted arrivals', () => {
  assert.ok((result.ledger.deliveryLatency?.count ?? 0) > 0);
  assert.match(
    formatRun(result, 'prometheus', 'en'),
    /^mailfit_delivery_seconds\{target="builtin",quantile="0.99"\} /m,
  );
  assert.match(formatRun(result, 'html', 'en'), /from the acknowledgement to the arrival/);
});

test('what a server said never becomes markup, in HTML and in XML', () => {
  for (const format of ['html', 'junit'] as const) {
    const text = formatRun(hostile, format, 'en');

    assert.ok(!text.includes('<script'), format);
    assert.ok(text.includes('&lt;script&gt;'), format);
    assert.ok(!text.includes('\u0000'), format);
  }
});

test('the HTML asks nobody for anything and runs nothing', () => {
  for (const lang of ['en', 'ja'] as const) {
    const html = formatRun(result, 'html', lang);

    assert.ok(html.startsWith(`<!doctype html><html lang="${lang}">`));
    assert.doesNotMatch(html, /<script|<link|\ssrc=|\shref=|url\(|@import|\son\w+=/i);
  }
});

test(
  'JUnit is well-formed XML, whatever the server said',
  { skip: spawnSync('python3', ['-V']).error !== undefined && 'needs python3' },
  () => {
    const parsed = spawnSync(
      'python3',
      ['-c', 'import sys, xml.dom.minidom as m; m.parseString(sys.stdin.buffer.read())'],
      {
        input: formatRun(hostile, 'junit', 'ja'),
        encoding: 'utf8',
      },
    );

    assert.equal(parsed.status, 0, parsed.stderr);
  },
);

test('the buckets of a distribution add up to the whole and keep its order', () => {
  const buckets = latencyBuckets(result.transaction.responseTime);

  const total = buckets.reduce((sum, bucket) => sum + bucket.share, 0);
  assert.ok(Math.abs(total - 1) < 1e-9);
  for (const [index, bucket] of buckets.entries()) assert.ok(bucket.toUs > bucket.fromUs && index >= 0);
});

test('a known distribution falls into the buckets it should', () => {
  const values = {
    count: 100,
    minUs: 110,
    meanUs: 0,
    p50Us: 150,
    p90Us: 0,
    p95Us: 0,
    p99Us: 0,
    p999Us: 0,
    maxUs: 900,
  };
  const spectrum = [
    { percentile: 0, valueUs: 110 },
    { percentile: 50, valueUs: 200 },
    { percentile: 90, valueUs: 500 },
    { percentile: 100, valueUs: 900 },
  ];

  assert.deepEqual(
    latencyBuckets({ ...values, spectrum }).map(({ fromUs, toUs, share }) => [
      fromUs,
      toUs,
      Number(share.toFixed(6)),
    ]),
    [
      [100, 200, 0.5],
      [200, 500, 0.4],
      [500, 1000, 0.1],
    ],
  );
  assert.deepEqual(histogramLines({ ...values, spectrum }, 10), [
    '0.1 – 0.2 ms   50.00%  ██████████',
    '0.2 – 0.5 ms   40.00%  ████████',
    '  0.5 – 1 ms   10.00%  ██',
  ]);
  assert.deepEqual(latencyBuckets({ ...values, count: 0, spectrum: [] }), []);
});

test('three messages are three thirds of the histogram: none is spread over buckets that it was not in', () => {
  const histogram = new LatencyHistogram();
  for (const latencyUs of [2500, 2600, 120_000]) histogram.record(latencyUs);

  const filled = latencyBuckets(summaryWithSpectrum(histogram)).filter(({ share }) => share > 0);

  assert.deepEqual(
    filled.map(({ toUs, share }) => [toUs, Math.round(share * 3)]),
    [
      [5000, 2],
      [200_000, 1],
    ],
  );
});

test('held connections are told in HTML and to Prometheus', async () => {
  const held = await runLoad(
    { target: 'builtin', load: { model: 'hold', connections: 7, holdSec: 0.2 } },
    { onEvent: () => undefined },
  );
  assert.ok(!('refused' in held));

  assert.match(formatRun(held, 'html', 'ja'), /受け入れ<\/td><td>7</);
  const metrics = formatRun(held, 'prometheus', 'en');
  assert.match(metrics, /^mailfit_held_connections\{target="builtin",state="admitted"\} 7$/m);
  assert.match(metrics, /^mailfit_admission_seconds_count\{target="builtin"\} 7$/m);
});

test('kinds of error have one name in every report, in Japanese as well', () => {
  for (const [kind, words] of Object.entries(ERROR_CLASS_WORDS)) {
    assert.deepEqual([errorClassWord(kind, 'en'), errorClassWord(kind, 'ja')], [words.en, words.ja]);
  }
  const html = formatRun(hostile, 'html', 'ja');
  assert.match(html, />流量制限</);
  assert.doesNotMatch(html, />(?:throttle|finalDot)</);
});
