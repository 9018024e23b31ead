import { afterAll } from 'vitest';
import { stopAll } from './at-stop.ts';

afterAll(stopAll);
