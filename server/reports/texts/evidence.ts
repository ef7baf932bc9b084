// Words of the sections on vendor questions, cost, measurements, facts, weights, method and versions.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { BenchmarkRun, PhaseName } from '../report-input.ts';

export const EVIDENCE_TEXTS = {
  questionsLead: {
    en: 'What a must hangs on comes first, then what is likely to change the result, most decisive first.',
    ja: '必須条件の判断に必要な事項を先に、次に、回答によって結果が変わる可能性の高い順に並べています。',
  },
  mustsCaption: { en: 'What musts hang on', ja: '必須条件の判断に必要な確認' },
  questionsCaption: { en: 'What may change the result', ja: '結果を左右する確認' },
  questionToAsk: { en: 'Question', ja: '確認する内容' },
  changesWinner: { en: 'Changes the result in', ja: '結果が変わる確率' },
  scoreSwing: { en: 'Score would be', ja: '総合点の幅' },
  scoreWithoutCost: { en: 'Score without cost (of 100)', ja: '費用を除いた総合点（100点満点）' },
  noQuestions: {
    en: 'Nothing is open that a vendor would have to answer.',
    ja: '提供元に確認が必要な事項はありません。',
  },
  noCost: {
    en: 'No cost was computed for this evaluation.',
    ja: 'この評価では費用を計算していません。',
  },
  noPrices: {
    en: 'No cost could be computed: no option has a published price that fits the answers.',
    ja: '回答に合う価格を公開している候補がないため、費用を計算できません。',
  },
  costLead: {
    en: 'Costs are estimates over all the years named, licences, servers and staff included; only their first three digits carry meaning. The score is the one without cost, so that cost counts once. Options on the frontier are those for which none is both cheaper and better; an extra point is what one more point costs against the next cheaper option on it.',
    ja: '費用は、利用料・サーバー・人件費を含む期間全体の試算で、意味があるのは上位3桁までです。費用を二重に数えないよう、総合点は費用を除いた値です。「効率的」は、これより安く総合点も高い候補がないことを表します。「1点あたりの追加費用」は、次に安い効率的な候補と比べて総合点を1点上げるのに必要な額です。',
  },
  costTitle: { en: 'What does a better score cost?', ja: '総合点と費用の関係' },
  frontier: { en: 'No option is both cheaper and better', ja: 'これより安く総合点も高い候補がない' },
  costLikely: { en: 'Likely', ja: '標準' },
  costLow: { en: 'Low', ja: '下限' },
  costHigh: { en: 'High', ja: '上限' },
  efficient: { en: 'On the frontier', ja: '効率的' },
  perPoint: { en: 'Per extra point', ja: '1点あたりの追加費用' },
  measuredLead: {
    en: 'What was measured replaces what the vendor declares; both are shown among the facts.',
    ja: '実測した項目は、提供元の公表値より実測値を優先しています。両方の値を「根拠とした情報と出典」に示します。',
  },
  noRuns: {
    en: 'No benchmark belongs to this evaluation, so every throughput and connection figure is as declared by the vendor or unknown.',
    ja: 'この評価に結び付けられた負荷測定はありません。処理能力と接続数は、提供元の公表値によるか、未確認です。',
  },
  conditions: { en: 'Conditions and outcome', ja: '測定条件と結果' },
  item: { en: 'Item', ja: '項目' },
  value: { en: 'Value', ja: '値' },
  target: { en: 'Target', ja: '測定対象' },
  startedAt: { en: 'Started (UTC)', ja: '開始日時（UTC）' },
  duration: { en: 'Duration', ja: '測定時間' },
  verdict: { en: 'Verdict', ja: '測定の有効性' },
  requestedRate: { en: 'Requested rate', ja: '目標通数' },
  asFastAsPossible: { en: 'as fast as the sessions allow', ja: '指定なし（セッション数で決まる）' },
  achievedRate: { en: 'Achieved rate', ja: '実際の通数' },
  perSecond: { en: 'messages per second', ja: '通/秒' },
  messages: { en: 'Messages', ja: 'メール' },
  connections: { en: 'Connections', ja: '接続' },
  ledger: { en: 'Delivery check', ja: '配送の照合' },
  ledgerNone: { en: 'not made', ja: '未実施' },
  banner: { en: 'Server says', ja: 'サーバーの応答' },
  builtin: { en: 'the built-in reference server', ja: '内蔵の参照サーバー' },
  load: { en: 'Load', ja: '負荷' },
  settings: { en: 'All settings, by the names of the plan', ja: '全設定（計画の項目名）' },
  remark: { en: 'Remark', ja: '備考' },
  thresholds: { en: 'Threshold', ja: '合格条件' },
  passed: { en: 'passed', ja: '合格' },
  missed: { en: 'missed', ja: '不合格' },
  latencyTitle: { en: 'How long did a message take?', ja: '1通にかかった時間' },
  latencyAxis: { en: 'Time (ms)', ja: '時間（ミリ秒）' },
  percentileAxis: {
    en: 'Share of messages that took no longer',
    ja: 'この時間以内に終わったメールの割合',
  },
  responseTime: { en: 'Response time, from the planned start', ja: '応答時間（予定の開始時刻から）' },
  serviceTime: { en: 'Service time, from the actual start', ja: '処理時間（実際の開始時刻から）' },
  phasesCaption: { en: 'Time per SMTP phase', ja: 'SMTPの段階ごとの所要時間' },
  phase: { en: 'Phase', ja: '段階' },
  samples: { en: 'Samples', ja: '件数' },
  median: { en: 'Median', ja: '中央値' },
  p90: { en: '90%', ja: '90%' },
  p99: { en: '99%', ja: '99%' },
  p999: { en: '99.9%', ja: '99.9%' },
  slowest: { en: 'Slowest', ja: '最大' },
  errorsCaption: { en: 'Errors', ja: 'エラー' },
  reply: { en: 'Reply', ja: '応答コード' },
  errorClass: { en: 'Class', ja: '分類' },
  errorCount: { en: 'Count', ja: '件数' },
  sample: { en: 'Sample', ja: '応答の例' },
  noErrors: { en: 'No error occurred.', ja: 'エラーは発生しませんでした。' },
  throughputTitle: { en: 'Was the throughput steady?', ja: '処理通数の推移' },
  throughputAxis: { en: 'Messages per second', ja: '通/秒' },
  timeAxis: { en: 'Seconds since the start', ja: '開始からの経過秒数' },
  factsLead: {
    en: 'Every value behind the scores of the ranked options, with its source and the day on which it was compared with the source. What excluded an option stands, with its source, in the section on requirements. “Unknown” means that nobody found a statement; it does not mean “no”.',
    ja: '順位を付けた候補の総合点に用いたすべての値を、出典と出典を確認した日とともに示します。対象外とした候補の根拠は「必須条件への適合」に示しました。「未確認」は公表資料に記載が見つからなかったという意味で、「なし」という意味ではありません。',
  },
  recheckCaption: {
    en: 'To check again first: what the first two options rest on, the least believed on top',
    ja: '先に確認し直す情報（上位2件の根拠を確度の低い順に）',
  },
  recheckLead: {
    en: 'Age and the kind of source lower how far a statement is believed, and widen old numbers, by one rule for every option. The scores count with both; requirements are judged by what the source says.',
    ja: '情報の古さと出典の種類に応じて確度を下げ、古い数値は幅を広げています。規則は全候補に共通です。評点にはどちらも反映し、必須条件は出典の記載どおりに判定しています。',
  },
  ageMonths: { en: 'Age (months)', ja: '経過月数' },
  confidence: { en: 'Believed', ja: '確度' },
  fact: { en: 'Fact', ja: '項目' },
  factClass: { en: 'Class', ja: '区分' },
  checkedOn: { en: 'Checked', ja: '確認日' },
  age: { en: 'Age', ja: '経過日数' },
  declared: { en: 'as declared, replaced by the measurement', ja: '公表値。実測値に置き換え' },
  noFacts: {
    en: 'No option was scored, so no fact was used.',
    ja: '総合点を付けた候補がないため、用いた情報はありません。',
  },
  sourcesCaption: { en: 'Sources', ja: '出典一覧' },
  sourceTitle: { en: 'Title', ja: '題名' },
  address: { en: 'Address', ja: 'URL' },
  noSource: { en: 'none', ja: 'なし' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const RUN_VERDICT_WORDS: Readonly<Record<BenchmarkRun['verdict'], LocalizedText>> = {
  valid: { en: 'valid', ja: '有効' },
  generatorBound: {
    en: 'not valid for the server: the load generator was the limit',
    ja: 'サーバーの性能としては無効（負荷をかける側が限界に達した）',
  },
  policyBound: {
    en: 'limited by the server’s policy, not by its capacity',
    ja: '処理能力ではなく、サーバーの制限で頭打ち',
  },
  aborted: { en: 'aborted before the end', ja: '途中で中止' },
};

export const PHASE_WORDS: Readonly<Record<PhaseName, LocalizedText>> = {
  connect: { en: 'Connect', ja: '接続' },
  banner: { en: 'Banner', ja: 'バナー' },
  ehlo: { en: 'EHLO', ja: 'EHLO' },
  starttls: { en: 'STARTTLS', ja: 'STARTTLS' },
  tls: { en: 'TLS handshake', ja: 'TLSハンドシェイク' },
  auth: { en: 'AUTH', ja: 'AUTH' },
  mail: { en: 'MAIL FROM', ja: 'MAIL FROM' },
  rcpt: { en: 'RCPT TO', ja: 'RCPT TO' },
  data: { en: 'DATA', ja: 'DATA' },
  finalDot: { en: 'Final dot', ja: '本文の送信完了' },
  rset: { en: 'RSET', ja: 'RSET' },
  quit: { en: 'QUIT', ja: 'QUIT' },
};

export function costCaption(years: number, currency: string): LocalizedText {
  return {
    en: `Total cost over ${years} years (${currency === 'JPY' ? 'yen' : currency})`,
    ja: `${years}年間の総費用（${currency === 'JPY' ? '円' : currency}）`,
  };
}

export function unpricedText(names: readonly LocalizedText[]): LocalizedText {
  return {
    en: `Without a published price that fits the answers (${names.length}): ${names.map(({ en }) => en).join(', ')}.`,
    ja: `回答に合う価格を公開していない候補（${names.length}件）：${names.map(({ ja }) => ja).join('、')}。`,
  };
}

export function costAlt(cheapest: string, amount: string): LocalizedText {
  return {
    en: `Score against total cost, one point per option. Cheapest: ${cheapest} at ${amount}.`,
    ja: `総費用に対する総合点の散布図。最も安いのは${cheapest}の${amount}。`,
  };
}

export function runHeading(name: string, date: string): LocalizedText {
  return { en: `${name}, ${date}`, ja: `${name}（${date}）` };
}

export function ofRun(title: LocalizedText, name: string): LocalizedText {
  return { en: `${title.en} (${name})`, ja: `${title.ja}（${name}）` };
}

export function thresholdOutcome(words: LocalizedText, isPassed: boolean): LocalizedText {
  const { en, ja } = isPassed ? EVIDENCE_TEXTS.passed : EVIDENCE_TEXTS.missed;
  return { en: `${words.en}: ${en}`, ja: `${words.ja}：${ja}` };
}

export function messagesLine(counts: {
  readonly accepted: string;
  readonly sent: string;
  readonly rejected: string;
  readonly failed: string;
  readonly ambiguous: string;
  readonly dropped: string;
}): LocalizedText {
  return {
    en: `${counts.accepted} accepted of ${counts.sent} sent; ${counts.rejected} rejected, ${counts.failed} failed, ${counts.ambiguous} with unknown outcome, ${counts.dropped} not started in time`,
    ja: `送信${counts.sent}通のうち受理${counts.accepted}通。拒否${counts.rejected}通、失敗${counts.failed}通、結果不明${counts.ambiguous}通、予定どおり開始できず${counts.dropped}通`,
  };
}

export function connectionsLine(opened: string, refused: string, peak: string): LocalizedText {
  return {
    en: `${opened} opened, ${refused} refused, ${peak} at once at most`,
    ja: `確立${opened}本、拒否${refused}本、同時最大${peak}本`,
  };
}

export function ledgerLine(lost: string, duplicated: string, corrupted: string): LocalizedText {
  return {
    en: `${lost} lost, ${duplicated} duplicated, ${corrupted} corrupted`,
    ja: `紛失${lost}通、重複${duplicated}通、破損${corrupted}通`,
  };
}

export function latencyAlt(median: string, p99: string): LocalizedText {
  return {
    en: `Latency by percentile: half of the messages took at most ${median}, 99% at most ${p99}.`,
    ja: `パーセンタイル別の応答時間。半数は${median}以内、99%は${p99}以内。`,
  };
}

export function throughputAlt(lowest: string, highest: string): LocalizedText {
  return {
    en: `Accepted messages per second over time, between ${lowest} and ${highest}.`,
    ja: `受理した通数の推移。毎秒${lowest}通から${highest}通の間。`,
  };
}

export function ageInDays(days: number): LocalizedText {
  return { en: `${days} ${days === 1 ? 'day' : 'days'}`, ja: `${days}日` };
}

/** A value with what limits or explains it. */
export function withRemarks(value: string, remarks: readonly string[]): LocalizedText {
  const given = remarks.filter((text) => text !== '').map((text) => text.replace(/[.。]$/, ''));
  if (given.length === 0) return { en: value, ja: value };
  return { en: `${value} (${given.join('; ')})`, ja: `${value}（${given.join('。')}）` };
}

/** Facts that share a state, such as “unknown”, in one sentence. */
export function factsInState(
  state: string,
  facts: readonly { readonly label: LocalizedText }[],
): LocalizedText {
  return {
    en: `${capitalised(state)}: ${facts.map(({ label }) => label.en).join(', ')}.`,
    ja: `${state}：${facts.map(({ label }) => label.ja).join('、')}。`,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function missingFacts(count: number): LocalizedText {
  return { en: `Without a source (${count})`, ja: `出典のない項目（${count}件）` };
}

export function factsCaption(option: string): LocalizedText {
  return { en: `Facts on ${option}`, ja: `${option}の情報` };
}

export function minorQuestions(count: number): LocalizedText {
  return {
    en: `${count} further open facts change the result in less than 0.5% of the trials and are left out here.`,
    ja: `このほかの未確認事項${count}件は、結果が変わる確率が0.5%未満のため省略しました。`,
  };
}
