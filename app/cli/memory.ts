import { setFlagsFromString } from 'node:v8';

// The runtime lets its memory grow to twice what is in use before it clears up, and more where much is free; an
// office's PC has better use for it. This costs some percent of processor time under load.
setFlagsFromString('--heap-growing-percent=20');
setFlagsFromString('--semi-space-growth-factor=1');
