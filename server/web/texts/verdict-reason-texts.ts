// Why a run has the verdict that it has, by the reasons that the harness gives.

import type { LocalizedText } from '../../core/text/localized.ts';

export const VERDICT_REASON_TEXTS: Readonly<Record<string, LocalizedText>> = {
  generatorBusy: {
    en: 'A thread of the generator was busy almost all the time. Use more threads or a faster machine.',
    ja: '負荷生成のスレッドがほぼ常に動き続けていました。スレッドを増やすか、より速いマシンを使ってください。',
  },
  stopped: { en: 'Somebody pressed Stop.', ja: '停止ボタンが押されました。' },
  rejectionStorm: {
    en: 'Most messages were refused, so the run ended itself.',
    ja: '大半のメールが拒否されたため、試験を自動で終了しました。',
  },
  unreachable: {
    en: 'No connection could be opened. Check that the server runs and that host and port are right.',
    ja: '接続を一つも開けませんでした。サーバーが動いていることと、ホスト名・ポート番号をご確認ください。',
  },
  ceiling: {
    en: 'A safety ceiling was reached, so the run ended itself.',
    ja: '安全のための上限に達したため、試験を自動で終了しました。',
  },
  connectionLimit: {
    en: 'The server limits the connections of one client.',
    ja: 'サーバーが1クライアントの同時接続数を制限しています。',
  },
  greylisting: {
    en: 'The server greylists unknown senders.',
    ja: 'サーバーがグレイリスティングを行っています。',
  },
  rateLimit: {
    en: 'The server limits the rate of one client.',
    ja: 'サーバーが1クライアントの流量を制限しています。',
  },
};
