/** What time it is. Only a demo server runs on another clock than the machine's. */
export type Clock = () => Date;

export const machineClock: Clock = () => new Date();
