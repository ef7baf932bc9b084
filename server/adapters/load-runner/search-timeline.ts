// A search for the capacity is many short runs; a viewer sees one: their seconds follow each other, and each trial is an
// event of its own.

import type { CapacityTrial, RunEvent } from '../../../benchmarks/index.ts';
import type { JsonObject } from '../../usecases/stores.ts';

export class SearchTimeline {
  private readonly tell: (event: JsonObject) => void;
  private offsetSec = 0;
  private lastSec = 0;
  private hasStarted = false;

  constructor(tell: (event: JsonObject) => void) {
    this.tell = tell;
  }

  onEvent(event: RunEvent): void {
    switch (event.kind) {
      case 'started':
        if (!this.hasStarted) this.tell({ ...event });
        this.hasStarted = true;
        this.offsetSec += this.lastSec;
        this.lastSec = 0;
        break;
      case 'progress':
        // Seconds of the warm-up lie before 0.
        this.lastSec = Math.max(this.lastSec, event.atSec);
        this.tell({ ...event, atSec: this.offsetSec + Math.max(0, event.atSec) });
        break;
      case 'finished':
        break;
      default:
        this.tell({ ...event });
    }
  }

  onTrial(trial: CapacityTrial): void {
    this.tell({ kind: 'trial', trial });
  }
}
