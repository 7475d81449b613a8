/** A JSON value as `JSON.parse` gives it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object: the data or the metadata of an event. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
