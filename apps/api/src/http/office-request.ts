import type { FastifyRequest } from 'fastify';

/** A request as the guard leaves it. */
export interface OfficeRequest extends FastifyRequest {
  /** The member of staff who is signed in; only routes for anyone are reached without one. */
  actorId?: string;
}

export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

/** The signed-in member of staff. That there is one is the guard's doing. */
export function actorOf(request: OfficeRequest): string {
  if (request.actorId === undefined) throw new Error('a route asks who is signed in and is open to anyone');
  return request.actorId;
}
