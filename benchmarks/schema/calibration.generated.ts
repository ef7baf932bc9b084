// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.

/**
 * The generator's own ceiling on a machine, against the built-in null sink.
 */
export interface CalibrationDocument {
  schema: 'mailfit.calibration/1';
  measuredAt: string;
  sink: 'null' | 'reference' | 'scripted';
  environment: {};
  rows: {
    mode: 'plain' | 'pipelined' | 'chunked' | 'newConnection';
    ratePerSec: number;
    cpuUsPerMessage: number;
    finalDotP99Us: number;
    loopUtilization: number;
  }[];
}
