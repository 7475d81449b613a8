export { killChild, nextMessage, startChild } from './start-child';
