// Every rule that a provider profile must keep: how bad a breach is, what is said about it, and how to mend it.
// Each refusing rule has a fixture in test/fixtures/providers/invalid named after it. `{word}` is filled in from the finding.

import type { LocalizedText } from '../text/localized.ts';

export type Severity = 'error' | 'warning';

export interface Rule {
  readonly severity: Severity;
  readonly message: LocalizedText;
  readonly fix: LocalizedText;
}

const rule = (
  severity: Severity,
  [messageEn, messageJa]: readonly [string, string],
  [fixEn, fixJa]: readonly [string, string],
): Rule => ({ severity, message: { en: messageEn, ja: messageJa }, fix: { en: fixEn, ja: fixJa } });

const FILE_RULES = {
  'file-too-large': rule(
    'error',
    ['the file has {sizeBytes} bytes', 'ファイルが{sizeBytes}バイトあります'],
    [
      'a profile stays under {maxBytes} bytes; shorten notes',
      '{maxBytes}バイト以内に収めてください（注記を短く）',
    ],
  ),
  'yaml-syntax': rule(
    'error',
    ['not valid YAML: {detail}', 'YAMLとして読めません: {detail}'],
    ['check indentation, colons and quotes on this line', 'この行の字下げ、コロン、引用符を確認してください'],
  ),
  'yaml-alias': rule(
    'error',
    ['anchors and aliases are not used in profiles', 'アンカーとエイリアスは使えません'],
    ['write the content out where it is needed', '必要な場所にそのまま書いてください'],
  ),
  'yaml-tag': rule(
    'error',
    ['the YAML tag {tag} is not allowed', 'YAMLタグ {tag} は使えません'],
    ['write the plain value', 'タグを付けず値だけを書いてください'],
  ),
  'several-documents': rule(
    'error',
    ['the file holds more than one YAML document', '1つのファイルに複数のYAML文書があります'],
    ['one file, one option: split it', '1ファイルに1製品となるよう分割してください'],
  ),
  'duplicate-key': rule(
    'error',
    ['the key {key} is written twice', 'キー {key} が重複しています'],
    ['keep one of them', 'どちらか一方を残してください'],
  ),
} as const;

const SHAPE_RULES = {
  'unknown-key': rule(
    'error',
    ['the key {key} does not exist here', 'キー {key} はここでは使えません'],
    ['{suggestion}', '{suggestionJa}'],
  ),
  'missing-key': rule(
    'error',
    ['the key {key} is missing', 'キー {key} がありません'],
    ['add {key}', '{key} を追加してください'],
  ),
  'wrong-type': rule(
    'error',
    ['expected {wanted}', '{wanted} を書く場所です'],
    ['write {wanted} here', '{wanted} を書いてください'],
  ),
  'value-not-allowed': rule(
    'error',
    ['{value} is not one of the allowed values', '{value} は指定できない値です'],
    ['choose one of: {allowed}', '次から選んでください: {allowed}'],
  ),
  'wrong-unit': rule(
    'error',
    ['the unit {value} is wrong here', '単位 {value} は使えません'],
    ['convert the value and write {allowed}', '値を換算し、単位を {allowed} としてください'],
  ),
  malformed: rule(
    'error',
    ['{value} does not have the form of {wanted}', '{value} は{wanted}の形式ではありません'],
    ['write it as {wanted}', '{wanted}の形式で書いてください'],
  ),
  'evidence-http-only': rule(
    'error',
    ['a source must be a web address', '出典はWebアドレスで示してください'],
    [
      'write the page that was read, starting with https:// or http://',
      '実際に読んだページを https:// または http:// から書いてください',
    ],
  ),
  'negative-number': rule(
    'error',
    ['a negative number makes no sense here', '負の数は使えません'],
    ['write 0 or more', '0以上の数を書いてください'],
  ),
  'empty-list': rule(
    'error',
    ['an empty list or text says nothing', '空のリストや文章は意味を持ちません'],
    ['fill it or leave the key out', '内容を書くか、キーごと消してください'],
  ),
  'duplicate-entry': rule(
    'error',
    ['the list names the same thing twice', 'リストに同じ項目が重複しています'],
    ['keep one of them', 'どちらか一方を残してください'],
  ),
  'text-in-one-language': rule(
    'error',
    ['the text {key} is missing', '{key} の文章がありません'],
    ['write the text in en and in ja', 'en と ja の両方を書いてください'],
  ),
} as const;

const CLAIM_RULES = {
  'claim-without-source': rule(
    'error',
    ['a claim needs a source', '主張に出典がありません'],
    [
      'add evidence with url, title, class and checkedOn, or set state to unknown',
      'evidence に url・title・class・checkedOn を書くか、state を unknown にしてください',
    ],
  ),
  'undisclosed-without-source': rule(
    'error',
    ['"undisclosed" needs a source too', '「非公開」にも出典が必要です'],
    [
      'add the page on which the vendor declines to say it, or set state to unknown',
      '提供元が公表しないと述べたページを示すか、state を unknown にしてください',
    ],
  ),
  'not-applicable-without-note': rule(
    'error',
    ['"notApplicable" needs a reason', '「該当なし」には理由が必要です'],
    ['add a note in en and ja', 'note に en と ja で理由を書いてください'],
  ),
  'known-without-value': rule(
    'error',
    ['a known fact needs its value', '既知の事実に値がありません'],
    [
      'add the value (with unit or currency), or set state to unknown',
      '値（単位・通貨も）を書くか、state を unknown にしてください',
    ],
  ),
  'range-without-ends': rule(
    'error',
    ['a range needs both ends and a unit', '範囲には両端と単位が必要です'],
    ['add min, max and unit or currency', 'min・max と単位または通貨を書いてください'],
  ),
  'limit-without-window': rule(
    'error',
    ['a limit needs its window and scope', '上限に期間と単位がありません'],
    [
      'add window (minute, hour, day …) and scope (user, organisation …)',
      'window（minute、hour、day など）と scope（user、organisation など）を書いてください',
    ],
  ),
  'price-without-date': rule(
    'error',
    ['a price needs the day for which it holds', '価格に時点がありません'],
    ['add asOf: YYYY-MM-DD', 'asOf: YYYY-MM-DD を書いてください'],
  ),
  'range-upside-down': rule(
    'error',
    ['min {min} is larger than max {max}', 'min {min} が max {max} より大きくなっています'],
    ['swap them', '入れ替えてください'],
  ),
  'value-contradicts-state': rule(
    'error',
    ['state {state} does not go with {key}', 'state が {state} のとき {key} は書けません'],
    ['change the state or remove {key}', 'state を直すか {key} を消してください'],
  ),
  'date-in-future': rule(
    'error',
    ['{date} lies in the future', '{date} は未来の日付です'],
    [
      'write the day on which it was read or stated, not later than today',
      '読んだ日・公表された日（今日以前）を書いてください',
    ],
  ),
  'dead-plan': rule(
    'error',
    ['the plan {plan} is not declared', 'プラン {plan} は宣言されていません'],
    [
      'use one of {declared}, or add it under otherPlans',
      '{declared} のいずれかにするか、otherPlans に追加してください',
    ],
  ),
  'conflicting-facts': rule(
    'error',
    ['{fact} contradicts {other}: {why}', '{fact} と {other} が矛盾しています: {whyJa}'],
    ['re-read both sources and correct one', '両方の出典を読み直し、一方を直してください'],
  ),
} as const;

const CATALOGUE_RULES = {
  'id-differs-from-file-name': rule(
    'error',
    ['the id {id} is not the file name', 'id {id} がファイル名と一致しません'],
    ['write id: {fileName} or rename the file', 'id: {fileName} とするか、ファイル名を変えてください'],
  ),
  'reserved-id': rule(
    'error',
    ['the id {id} is the address of a page of its own', 'id {id} は別のページのアドレスです'],
    ['add the vendor or the plan to the id', 'id に提供元やプラン名を加えてください'],
  ),
  'duplicate-id': rule(
    'error',
    ['the id {id} is also used by {other}', 'id {id} は {other} でも使われています'],
    ['give each option its own id', '製品ごとに別の id を付けてください'],
  ),
  'duplicate-plan-in-family': rule(
    'error',
    [
      'the plan {plan} of family {family} is already described by {other}',
      '系列 {family} のプラン {plan} は {other} にもあります',
    ],
    ['one file per plan: merge them', 'プランごとに1ファイルへまとめてください'],
  ),
  'evidence-too-old': rule(
    'warning',
    ['last read {ageMonths} months ago', '最後の確認から{ageMonths}か月たっています'],
    ['read the source again and renew checkedOn', '出典を読み直し、checkedOn を更新してください'],
  ),
  'thin-profile': rule(
    'warning',
    ['only {count} facts have a source', '出典のある事実が{count}件しかありません'],
    ['an option needs at least {wanted} to be compared fairly', '公平な比較には{wanted}件以上が必要です'],
  ),
  'fact-nobody-knows': rule(
    'warning',
    ['no profile states {fact}', '{fact} を述べたプロファイルがありません'],
    [
      'find it for one option at least, or drop the fact from the schema',
      '1製品以上で調べるか、スキーマから外してください',
    ],
  ),
} as const;

export const RULES = { ...FILE_RULES, ...SHAPE_RULES, ...CLAIM_RULES, ...CATALOGUE_RULES } as const;
export type RuleName = keyof typeof RULES;
