// Why a run has the verdict that it has, and why a trial of a search did not pass, in words.

import type { OutputLang } from './run-words.ts';

const VERDICT_REASONS: Readonly<Record<string, Readonly<Record<OutputLang, string>>>> = {
  generatorBusy: {
    en: 'A thread of the generator was busy almost all the time. Use more threads or a faster machine.',
    ja: '負荷生成のスレッドがほぼ常に動き続けていました。スレッドを増やすか、より速いマシンを使ってください。',
  },
  stopped: { en: 'It was stopped on request.', ja: '停止の操作で中止されました。' },
  rejectionStorm: {
    en: 'Most messages were refused, so it ended itself.',
    ja: '大半のメールが拒否されたため、自動で終了しました。',
  },
  thresholdMissed: {
    en: 'A threshold could not be met any more, so it ended itself.',
    ja: 'しきい値を満たせないことが確定したため、自動で終了しました。',
  },
  unreachable: {
    en: 'No connection could be opened. Check that the server runs and that host and port are right.',
    ja: '接続を一つも開けませんでした。サーバーが動いていることと、ホスト名・ポート番号をご確認ください。',
  },
  brokeOff: {
    en: 'The server answered at first and took no connection any more at the end. Look into its log for why it stopped.',
    ja: '初めは応答していたサーバーが、終わりには接続を受け付けなくなっていました。停止した原因をサーバーのログでご確認ください。',
  },
  ceiling: {
    en: 'A safety ceiling was reached, so it ended itself.',
    ja: '安全のための上限に達したため、自動で終了しました。',
  },
  connectionLimit: {
    en: 'The server limits the connections of one client.',
    ja: 'サーバーが1クライアントの接続の数を制限しています。',
  },
  messagesPerConnection: {
    en: 'The server limits the messages of one connection.',
    ja: 'サーバーが1接続で受け付ける通数を制限しています。',
  },
  greylisting: {
    en: 'The server greylists unknown senders.',
    ja: 'サーバーがグレイリスティングを行っています。',
  },
  rateLimit: {
    en: 'The server limits the rate of one client.',
    ja: 'サーバーが1クライアントの流量を制限しています。',
  },
  greetPause: {
    en: 'The server makes every new connection wait before its banner.',
    ja: 'サーバーが接続のたびに最初の応答（バナー）を遅らせています。',
  },
  tarpit: {
    en: 'The server delays its answers to errors (tarpit).',
    ja: 'サーバーがエラー応答を意図的に遅らせています（ターピット）。',
  },
};

const MISSED_BESIDE_THE_OBJECTIVE: Readonly<Record<string, Readonly<Record<OutputLang, string>>>> = {
  'backlog grows': { en: 'the backlog grows', ja: '滞留が増え続けました' },
  'the rate was not kept': { en: 'the rate was not kept', ja: '流量を維持できませんでした' },
};

/** True where a run that ended itself did so because of what the target answered: it has its answer. */
export function isAnswerOfTarget(reason: string | null): boolean {
  return reason === 'rejectionStorm' || reason === 'thresholdMissed';
}

/** One sentence; null where the verdict needs no reason or has one that is not known here. */
export function verdictReasonText(reason: string | null, lang: OutputLang): string | null {
  return reason === null ? null : (VERDICT_REASONS[reason]?.[lang] ?? null);
}

/** What a trial missed: the expression itself, or words. */
export function trialReasonText(reason: string | null, lang: OutputLang): string | null {
  if (reason === null) return null;
  return MISSED_BESIDE_THE_OBJECTIVE[reason]?.[lang] ?? verdictReasonText(reason, lang) ?? reason;
}
