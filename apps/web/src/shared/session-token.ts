const KEY = 'yihu.session';

/** The token of this tab: two tabs can be two people, which is how one watches a case go from desk to desk. */
export function sessionToken(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}

export function keepSessionToken(token: string): void {
  sessionStorage.setItem(KEY, token);
}

export function forgetSessionToken(): void {
  sessionStorage.removeItem(KEY);
}
