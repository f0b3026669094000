import { parentPort, workerData } from 'node:worker_threads';
import { compare } from './compare.ts';

parentPort?.postMessage(compare(workerData));
