// Which folder may import which. One row per rule; the sentence is what a contributor reads when it fires.

export interface ImportRule {
  readonly name: string;
  readonly from: RegExp;
  /** Targets the rule forbids. A local target is a path from the repository root, a package is its name. */
  readonly forbidden: RegExp;
  readonly except?: RegExp;
  /** When true the rule lets `import type` through. */
  readonly allowTypes?: boolean;
  readonly why: string;
}

const PURE = /^(server\/core|server\/reports|benchmarks\/(protocol|load|mail|stats))\//;

export const IMPORT_RULES: readonly ImportRule[] = [
  {
    name: 'pure-has-no-io',
    from: PURE,
    forbidden: /^node:/,
    why: 'Pure folders take data and return data; sockets, files, clocks and threads live in net/, workers/, adapters/.',
  },
  {
    name: 'core-knows-nobody',
    from: /^server\/core\//,
    forbidden: /^(server|benchmarks|views|tools)\//,
    except: /^server\/(core\/|data\/schema\/[\w-]+\.generated\.ts$)/,
    why: 'core/ is the innermost ring: it imports core/ and the generated types of the data files only.',
  },
  {
    name: 'reports-see-core-only',
    from: /^server\/reports\//,
    forbidden: /^(server|benchmarks)\//,
    except: /^server\/(core|reports)\//,
    why: 'A report is a function of its model: reports/ imports core/ only.',
  },
  {
    name: 'usecases-take-only-types-from-benchmarks',
    from: /^server\/usecases\//,
    forbidden: /^benchmarks\//,
    allowTypes: true,
    why: 'Runs are started through the LoadRunner port; use `import type`.',
  },
  {
    name: 'usecases-see-ports-only',
    from: /^server\/usecases\//,
    forbidden: /^server\/(adapters|web|cli|compose|main|config)/,
    why: 'A use case talks to ports (usecases/ports.ts), never to an adapter or a front door.',
  },
  {
    name: 'adapters-face-inward',
    from: /^server\/adapters\//,
    forbidden: /^server\/(web|cli|compose|main)/,
    why: 'An adapter serves a port and does not know who asked.',
  },
  {
    name: 'front-doors-do-not-see-adapters',
    from: /^server\/(web|cli)\//,
    forbidden: /^server\/adapters\//,
    why: 'web/ and cli/ get what they need from compose.ts.',
  },
  {
    name: 'benchmarks-stand-alone',
    // The self-benchmarks time the web tool's own hot paths and are no part of the harness.
    from: /^benchmarks\/(?!self-bench\/)/,
    forbidden: /^server\//,
    why: 'The harness must run without the web tool.',
  },
  {
    name: 'benchmarks-by-the-front-door',
    from: /^server\//,
    forbidden: /^benchmarks\//,
    except: /^benchmarks\/index\.ts$/,
    why: 'Import benchmarks/index.ts only.',
  },
  {
    name: 'protocol-before-net',
    from: /^benchmarks\/(protocol|load|mail|stats)\//,
    forbidden: /^benchmarks\/(net|workers|sink|safety|cli)\//,
    except: /^benchmarks\/safety\/target\.ts$/,
    why: 'Protocol machines, schedules and statistics do not know sockets; what an address says is only text.',
  },
  {
    name: 'no-test-in-product',
    from: /^(server|benchmarks|tools)\//,
    forbidden: /^test\//,
    why: 'Product code never imports tests.',
  },
];
