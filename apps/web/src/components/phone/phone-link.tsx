import { useRouter } from '@tanstack/react-router';
import type { ComponentProps, MouseEvent } from 'react';

/** A link within the phone's pages, without loading the page anew. */
export function PhoneLink({ href, onClick, ...rest }: ComponentProps<'a'> & { readonly href: string }) {
  const { navigate } = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    void navigate({ href });
  };
  return <a {...rest} href={href} onClick={follow} />;
}
