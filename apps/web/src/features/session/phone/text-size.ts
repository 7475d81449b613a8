const KEY = 'yihu.text';

export const isLarge = (): boolean => localStorage.getItem(KEY) === 'large';

/** Shows the size that was chosen last on this phone. */
export function keepTextSize(): void {
  document.documentElement.dataset['text'] = isLarge() ? 'large' : 'normal';
}

/** 大字版, on and off. */
export function switchTextSize(): void {
  localStorage.setItem(KEY, isLarge() ? 'normal' : 'large');
  keepTextSize();
}
