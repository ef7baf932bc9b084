// The answer of `mailfit size`: figures at the likely inputs, how far they may lie apart, and what to ask next.

import type { LocalizedText } from '../text/localized.ts';
import type { Outcome } from '../text/problem.ts';
import type { SamplingPlan } from './distribution.ts';
import { DEFAULT_SAMPLING, sampleSizing, spreadsOf } from './distribution.ts';
import type { NarrowingQuestion } from './narrowing.ts';
import { narrowingQuestions, STORE_QUESTION } from './narrowing.ts';
import type { SizeDocument } from './size.generated.ts';
import type { SizingDefaults, SizingInputs, SizingNumberKey } from './sizing-inputs.ts';
import { numberKeys, withDefaults } from './sizing-inputs.ts';
import { checkSizingRequest } from './sizing-request.ts';
import type { Sizing } from './sizing.ts';
import { sizeOf } from './sizing.ts';
import { measuredGrowthGiBPerUser } from './storage.ts';

/** @param raw parsed input file: keys of the model, each a number or { low, likely, high } */
export function sizeDocument(
  raw: unknown,
  defaults: SizingDefaults,
  plan: SamplingPlan = DEFAULT_SAMPLING,
): Outcome<SizeDocument> {
  const checked = checkSizingRequest(raw, defaults);
  if (!checked.ok) return checked;
  const request = checked.value;
  const inputs = withDefaults(request.likely, defaults);
  const sizing = sizeOf(inputs);
  const sample = sampleSizing(request, defaults, plan);
  return {
    ok: true,
    value: {
      schema: 'mailfit.size/1',
      model: defaults.model,
      ...sizing,
      inputs: { ...inputs },
      assumed: assumedKeys(request.likely, defaults),
      measured: measuredGrowthGiBPerUser(inputs) === null ? [] : ['growthMiBPerUserDay', 'year1GiBPerUser'],
      warnings: sizingWarnings(inputs, sizing),
      distribution: {
        samples: sample.samples,
        seed: sample.seed,
        outputs: spreadsOf(sample),
        questions: narrowingQuestions(sample).map((question) => labelled(question, defaults)),
      },
    },
  };
}

function assumedKeys(given: Partial<SizingInputs>, defaults: SizingDefaults): string[] {
  const isSizeKnown = given.attachmentKiB !== undefined && given.attachmentShare !== undefined;
  const numbers: string[] = numberKeys(defaults).filter(
    (key) => given[key] === undefined && !(key === 'avgMsgKiB' && isSizeKnown),
  );
  return given.clients === undefined ? [...numbers, 'clients'] : numbers;
}

function labelled(question: NarrowingQuestion, defaults: SizingDefaults) {
  return { ...question, most: { ...question.most }, label: labelOf(question.ask, defaults) };
}

/** How an uncertain input is named to people. */
export function labelOf(ask: string, defaults: SizingDefaults): LocalizedText {
  if (ask === STORE_QUESTION) {
    return {
      en: 'Size of all mailboxes now and a year ago (GiB)',
      ja: '全メールボックスの現在の容量と1年前の容量（GiB）',
    };
  }
  if (Object.hasOwn(defaults.inputs, ask)) return defaults.inputs[ask as SizingNumberKey].label;
  const client = defaults.clients.find(({ name }) => ask.startsWith(`clients.${name}.`));
  if (client === undefined) return { en: ask, ja: ask };
  return ask.endsWith('.share')
    ? { en: `${client.label.en}: share of people`, ja: `${client.label.ja}を使う人の割合` }
    : { en: `${client.label.en}: connections`, ja: `${client.label.ja}の接続数` };
}

const PLAUSIBLE_RECIPIENTS = { min: 1, max: 10 };
const SMALL_FOR_ERLANG = 50;
const LARGE_FOR_STAFF_RULE = 5000;

function sizingWarnings(inputs: SizingInputs, sizing: Sizing): LocalizedText[] {
  const recipients = sizing.impliedInternalRecipientsPerMsg;
  const isImplausible =
    recipients !== null && (recipients < PLAUSIBLE_RECIPIENTS.min || recipients > PLAUSIBLE_RECIPIENTS.max);
  const isQuotaReached = inputs.quotaGiB > 0 && sizing.unboundedGiBPerUser > inputs.quotaGiB;
  return [
    ...(isImplausible ? [implausibleRecipients(recipients)] : []),
    ...(isQuotaReached ? [quotaReached(inputs.quotaGiB, sizing.unboundedGiBPerUser)] : []),
    ...(inputs.users > 0 && inputs.users < SMALL_FOR_ERLANG ? [tooSmallForErlang()] : []),
    ...(inputs.users > LARGE_FOR_STAFF_RULE ? [tooLargeForStaffRule()] : []),
  ];
}

function implausibleRecipients(recipients: number): LocalizedText {
  const shown = recipients.toFixed(1);
  return {
    en: `The numbers sent and received mean ${shown} internal recipients for each internal message; 1 to 10 is plausible. Please check them.`,
    ja: `送受信数から計算すると、社内メール1通あたりの社内宛先が${shown}件になります。通常は1〜10件です。送受信数をご確認ください。`,
  };
}

function quotaReached(quotaGiB: number, unboundedGiB: number): LocalizedText {
  return {
    en: `Mailboxes would grow to ${unboundedGiB.toFixed(1)} GiB; the quota of ${quotaGiB} GiB will force people to delete mail.`,
    ja: `メールボックスは${unboundedGiB.toFixed(1)} GiB まで増える見込みです。上限の${quotaGiB} GiB に達すると、メールの削除が必要になります。`,
  };
}

function tooSmallForErlang(): LocalizedText {
  return {
    en: 'Below 50 mailboxes the number of SMTP slots is a rough guide: a single mailing to everybody exceeds it.',
    ja: '50メールボックス未満では、SMTP の同時接続枠は目安にとどまります。全員宛の一斉送信だけでも超えることがあります。',
  };
}

function tooLargeForStaffRule(): LocalizedText {
  return {
    en: 'Above 5,000 mailboxes staff grows more slowly than the rule used here; enter your own figure.',
    ja: '5,000メールボックスを超えると、運用要員はこの試算ほどには増えません。実際の人数を入力してください。',
  };
}
