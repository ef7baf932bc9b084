// A plain SMTP client for tests: says what it is told, one line at a time, and returns the server's words.
// Deliberately not our sender, so that sinks are not proved by the code they exist to prove.

import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

export interface Dialogue {
  /** The next complete reply, all its lines. Rejects when the connection ends first. */
  reply(): Promise<string>;
  /** Sends the text as it stands plus CRLF and returns the reply. */
  say(line: string): Promise<string>;
  send(text: string): void;
  /** Resolves with true when the server closes, whatever it said before. */
  closed(): Promise<boolean>;
  startTls(ca: string): Promise<void>;
  end(): void;
}

export async function openDialogue(port: number, host = '127.0.0.1'): Promise<Dialogue> {
  const plain = connect(port, host);
  await new Promise<void>((resolve, reject) => {
    plain.once('connect', resolve);
    plain.once('error', reject);
  });
  return dialogueOn(plain);
}

function dialogueOn(first: Socket): Dialogue {
  let socket = first;
  let received = '';
  let isClosed = false;
  let wake: () => void = () => undefined;
  const listen = (): void => {
    socket.on('data', (piece: Buffer) => {
      received += piece.toString('latin1');
      wake();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      isClosed = true;
      wake();
    });
  };
  const somethingHappens = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const dialogue: Dialogue = {
    send: (text) => void socket.write(text, 'latin1'),
    say: (line) => {
      dialogue.send(`${line}\r\n`);
      return dialogue.reply();
    },
    reply: async () => {
      for (;;) {
        const [whole] = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(received) ?? [];
        if (whole !== undefined) {
          received = received.slice(whole.length);
          return whole.trimEnd();
        }
        if (isClosed) throw new Error(`closed after ${JSON.stringify(received)}`);
        await somethingHappens();
      }
    },
    closed: async () => {
      for (;;) {
        if (isClosed) return true;
        await somethingHappens();
      }
    },
    startTls: async (ca) => {
      socket.removeAllListeners();
      const secure = connectTls({ socket, ca, servername: 'localhost' });
      await new Promise<void>((resolve, reject) => {
        secure.once('secureConnect', resolve);
        secure.once('error', reject);
      });
      socket = secure;
      listen();
    },
    end: () => void socket.destroy(),
  };
  listen();
  return dialogue;
}

/** Sends one message over an open session that has said EHLO; returns the last reply. */
export async function sendOne(dialogue: Dialogue, message: string): Promise<string> {
  await dialogue.say('MAIL FROM:<a@example.com>');
  await dialogue.say('RCPT TO:<b@example.com>');
  await dialogue.say('DATA');
  dialogue.send(message);
  return dialogue.reply();
}
