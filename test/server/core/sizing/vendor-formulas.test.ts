// Answers that vendors print themselves. P5 of the collection is no test: its page prints 18.5 where its own formula
// gives 18.06, so only the formula is held here.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  averageMessageKiB,
  base64Size,
  largestAttachmentMiB,
} from '../../../../server/core/sizing/message-size.ts';
import {
  archiveGrowth,
  exchangeCpuUsage,
  exchangeMailboxOnDisk,
  exchangeMaxDatabaseGB,
  exchangeMaxUsers,
  mailboxIops,
  workdayBandwidth,
} from '../../../../server/core/sizing/vendor-formulas.ts';
import { assertFigures, withinRelative } from '../../../builders/closeness.ts';
import { sizingCase } from '../../../builders/known-answers.ts';

const closely = withinRelative(1e-8);

test('P1: a 2 GB mailbox with 100 messages a day takes 2.19 GB on disk (TechNet ee832789)', () => {
  const known = sizingCase('P1-exchange-mailbox-on-disk');

  const found = exchangeMailboxOnDisk(known.inputs as never);

  assertFigures(found, known.expected, closely);
  assert.equal(found.totalGB.toFixed(2), '2.19');
});

test('P2: a 931 GB disk holds a database of 677 GB', () => {
  const found = { maxDatabaseGB: exchangeMaxDatabaseGB(931, 0.2, 0.1) };

  assertFigures(found, sizingCase('P2-exchange-max-database').expected, closely);
});

test('P3: 5,000 mailboxes need 300, 900 and 1,800 disk operations a second (Dell BP1026)', () => {
  const found = { iops: [0.06, 0.18, 0.36].map((perMailbox) => mailboxIops(5000, perMailbox)) };

  assertFigures(found, sizingCase('P3-exchange-iops').expected, closely);
});

for (const id of ['P4-bandwidth-owa', 'P5-bandwidth-outlook']) {
  test(`${id}: bandwidth of 100 users over a working day, by the formula of the page`, () => {
    const known = sizingCase(id);
    const { users, kbPerUserDay, workHours, peakFactor } = known.inputs as Record<string, number>;

    const found = workdayBandwidth(users ?? 0, kbPerUserDay ?? 0, workHours ?? 0, peakFactor ?? 0);

    assertFigures(found, known.expected, closely);
  });
}

test('P6: 1,000 users with 300 messages a month fill 206 GiB a year', () => {
  assertFigures(archiveGrowth(1000, 300, 12, 60), sizingCase('P6-storage-archive').expected, closely);
});

test('P9: four processors of 2.8 GHz carry 3,584 mailboxes, and 3,000 of them use 67 % (TechNet aa995737)', () => {
  const found = {
    maxUsers: exchangeMaxUsers(4, 2800, 2.5),
    cpuUsageAt3000: exchangeCpuUsage(3000, 2.5, 4 * 2800),
  };

  assertFigures(found, sizingCase('P9-exchange-cpu-nmax').expected, closely);
});

test('P10: a 10 MiB file becomes 14,348,938 bytes of base64 (RFC 2045)', () => {
  assertFigures(base64Size(10485760), sizingCase('P10-base64').expected, closely);
});

test('the default message limit of Postfix leaves room for a file of about 7 MiB', () => {
  assert.ok(Math.abs(largestAttachmentMiB(10240000, 15) - 7.1258) < 0.001);
});

test('attachments of 300 KiB on every fifth message make the mean message 97.1 KiB', () => {
  assert.equal(averageMessageKiB(15, 0.2, 300).toFixed(1), '97.1');
});
