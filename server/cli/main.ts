#!/usr/bin/env node
// Entry of the `mailfit` command. Node keeps the compiled program between starts, which makes each start faster.

import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./run-command-line.ts');
