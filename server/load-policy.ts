// The configuration as the load harness needs it: which targets the operator allows besides this machine.

import { LOOPBACK_ONLY } from '../benchmarks/index.ts';
import type { TargetPolicy } from '../benchmarks/index.ts';
import type { Config } from './config.ts';

export function loadPolicyOf(config: Config): TargetPolicy {
  return {
    ...LOOPBACK_ONLY,
    allowedNetworks: config.loadAllowedNetworks,
    recipientDomains: config.loadAllowedDomains,
  };
}
