import { parentPort } from 'node:worker_threads';
import { compare } from './compare.ts';
import { type RunText, readRun } from './run-text.ts';

parentPort?.on('message', (run: RunText) => parentPort?.postMessage(compare(readRun(run))));
